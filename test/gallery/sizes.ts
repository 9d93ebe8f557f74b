/** The screens that every state is looked at on. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

export const THEMES = ['light', 'dark'] as const;
