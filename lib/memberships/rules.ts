/** Nobody shuts himself out, so that an exercise never stands without somebody who may let others in. */
export function ownMembershipProblem(memberAccountId: string, actorAccountId: string | null): string | null {
  return memberAccountId === actorAccountId ? 'own_membership' : null
}
