import { Component, type ReactElement, type ReactNode } from 'react';
import { say } from '../messages/messages.ts';
import { useOwnHeading } from '../state/own-room.ts';

/** What went wrong, why, with what, and what to do. */
export function FailurePane({
  what,
  why,
  address,
  again = true,
  onAgain = () => window.location.reload(),
}: {
  what: string;
  why: string;
  address?: string | undefined;
  /** Whether it may be better the next time. */
  again?: boolean;
  /** Tries it again; without it the whole page is loaded anew. */
  onAgain?: () => void;
}): ReactElement {
  const Heading = useOwnHeading();
  return (
    <div className="desk-failure" role="alert">
      <Heading>{what}</Heading>
      <p>{why}</p>
      {address === undefined ? null : (
        <p>
          <a href={address} rel="noreferrer">
            {address}
          </a>
        </p>
      )}
      {again ? (
        <button type="button" className="desk-again" onClick={onAgain}>
          {say('tryAgain')}
        </button>
      ) : null}
    </div>
  );
}

type GuardProps = {
  children: ReactNode;
  /** It tries again when this changes. */ about: string;
  onCaught?: () => void;
};

/** Keeps what breaks in one part of the room from taking the rest with it. */
export class Guard extends Component<GuardProps, { reason: string | undefined }> {
  override state: { reason: string | undefined } = { reason: undefined };

  static getDerivedStateFromError(error: unknown): { reason: string } {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(): void {
    this.props.onCaught?.();
  }

  override componentDidUpdate(before: GuardProps): void {
    if (before.about !== this.props.about) this.setState({ reason: undefined });
  }

  override render(): ReactNode {
    const { reason } = this.state;
    if (reason === undefined) return this.props.children;
    return <FailurePane what={say('broken')} why={say('brokenWhy', { reason: reason.slice(0, 300) })} />;
  }
}
