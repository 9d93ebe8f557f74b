/** How much memory the history of a session may take, in MB: what the person can choose from. */
export const MEMORY_CHOICES_MB = [100, 300, 600] as const;
export type MemoryChoice = (typeof MEMORY_CHOICES_MB)[number];
export const DEFAULT_MEMORY_MB: MemoryChoice = 300;
