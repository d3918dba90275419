export const catalogueKinds = ['inject', 'incident', 'storyline'] as const
export type CatalogueKind = (typeof catalogueKinds)[number]
