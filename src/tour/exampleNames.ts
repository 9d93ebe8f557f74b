/** The recordings that come with the page, each with a question. */
export const EXAMPLE_NAMES = ['machine', 'environment', 'payments', 'network'] as const;
export type ExampleName = (typeof EXAMPLE_NAMES)[number];
