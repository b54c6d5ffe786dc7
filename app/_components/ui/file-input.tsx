import { useId } from 'react';
import { type Labelled, LabelledField } from './labelled-field.tsx';

type Props = Labelled & { onChange: (file: File | null) => void };

/** One file to be chosen, under its label; a form does not go without it. */
export function FileInput({ onChange, ...labelled }: Props) {
  return (
    <LabelledField id={useId()} {...labelled}>
      {(ties) => (
        <input
          {...ties}
          type="file"
          required
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
          className="block w-full text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-sunken"
        />
      )}
    </LabelledField>
  );
}
