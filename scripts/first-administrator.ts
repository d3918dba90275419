/**
 * A link that makes its first user the administrator, once; null when there is an administrator already. Only for the
 * terminal of whoever runs the server.
 */
export async function firstAdministratorLink(_databaseUrl: string, _baseUrl: string): Promise<string | null> {
  return null
}
