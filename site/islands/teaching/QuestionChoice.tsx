// Chooses one of the sixteen questions, or what stands beside them.
import type { ComponentChildren } from 'preact';
import { useDesk } from './desk-context.ts';

interface Props {
  readonly label: string;
  readonly question: number;
  readonly onChoose: (question: number) => void;
  /** further options, behind the questions */
  readonly children?: ComponentChildren;
}

export function QuestionChoice({ label, question, onChoose, children }: Props) {
  const { t, titles } = useDesk();
  return (
    <label class="desk-field">
      {label}
      <select value={question} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        {titles.map((title, i) => (
          <option key={title} value={i + 1}>
            {t('vote.pick', { number: i + 1, title })}
          </option>
        ))}
        {children}
      </select>
    </label>
  );
}
