/** Why a company does not go: people on the list belong to it. The foreign key is the last guard. */
export function companyProblem(people: number): 'company_has_people' | null {
  return people > 0 ? 'company_has_people' : null
}
