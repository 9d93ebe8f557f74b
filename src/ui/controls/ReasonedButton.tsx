import { Button, type ButtonProps, Tooltip, VisuallyHidden } from '@mantine/core';
import { type ComponentProps, type ReactNode, type Ref, useId, useState } from 'react';

interface ReasonedButtonProps extends ButtonProps {
  /** Why it cannot be used now; null when it can. */
  readonly reason: string | null;
  /** What it will do, on hover, while it can be used. */
  readonly hint?: string;
  /** Not needed by a button that submits its form. */
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** A button that, when it cannot be used or is at work, keeps the focus; and says why it cannot. */
export function ReasonedButton(props: ReasonedButtonProps): ReactNode {
  const { reason, hint, onClick, type = 'button', loading = false, children, ...rest } = props;
  const reasonId = useId();
  /** What it does may be told where its hint would lie. */
  const [isPressed, setPressed] = useState(false);
  const words = reason ?? hint ?? '';
  return (
    <Tooltip
      label={words}
      disabled={words === '' || isPressed}
      multiline
      w="max-content"
      maw={260}
      // A finger that does something by it gets that done, not a text over the next buttons.
      events={{ hover: true, focus: true, touch: reason !== null }}
    >
      <Button
        {...rest}
        type={type}
        loading={loading}
        // Mantine disables it while it is at work, and a browser takes the focus from what is disabled.
        renderRoot={(root: ComponentProps<'button'>) => <button {...root} disabled={false} />}
        aria-busy={loading ? true : undefined}
        data-disabled={reason !== null}
        aria-disabled={reason !== null}
        aria-describedby={words === '' ? undefined : reasonId}
        onClick={(event) => {
          if (reason === null && !loading) {
            setPressed(true);
            onClick?.();
          } else event.preventDefault();
        }}
        onMouseLeave={() => setPressed(false)}
        onBlur={() => setPressed(false)}
      >
        {children}
        {words !== '' && (
          <VisuallyHidden id={reasonId} aria-hidden>
            {words}
          </VisuallyHidden>
        )}
      </Button>
    </Tooltip>
  );
}
