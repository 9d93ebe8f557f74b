import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useImports } from '../tidemarkContext.ts';
import { IMPORT_WORDS } from './importDialogWords.ts';

interface OpenFileButtonProps extends ButtonProps {
  /** A file was chosen: whatever stood around the button may go. */
  readonly onChosen?: () => void;
  readonly children: ReactNode;
}

/** Asks for a file of samples; what it is, is looked at next. */
export function OpenFileButton({ onChosen, children, ...rest }: OpenFileButtonProps): ReactNode {
  const choose = useImports((state) => state.choose);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={IMPORT_WORDS.file}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again.
          if (file) {
            choose(file);
            onChosen?.();
          }
          currentTarget.value = '';
        }}
      />
    </>
  );
}
