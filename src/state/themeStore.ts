/** The colours that the person chose. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ThemeChoice } from './settings.ts';

export interface ThemeState {
  readonly theme: ThemeChoice;
  readonly chooseTheme: (theme: ThemeChoice) => void;
}

export type ThemeStore = StoreApi<ThemeState>;

export function createThemeStore(theme: ThemeChoice): ThemeStore {
  return createStore<ThemeState>((set) => ({
    theme,
    chooseTheme: (choice) => set({ theme: choice }),
  }));
}
