/** Placeholder until sign-in lands in the next commits: nobody is signed in. */
export async function signedInAccountId(): Promise<string | null> {
  return null
}
