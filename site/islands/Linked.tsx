// Looks whether the page's address leads to a state of the bench, when it is opened and whenever it changes.
import { useEffect, useState } from 'preact/hooks';
import { mayBeState } from '../chat/relay-choice.ts';
import { useBench } from './bench-context.ts';
import { LateLinkedState } from './late-parts.ts';

export function Linked() {
  const { usable } = useBench();
  const [link, setLink] = useState<{ readonly fragment: string }>();
  useEffect(() => {
    const look = () => {
      if (mayBeState(location.hash)) setLink({ fragment: location.hash });
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return usable && link ? <LateLinkedState link={link} /> : null;
}
