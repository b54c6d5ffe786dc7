import { boxStyle } from './input.tsx';
import { type Labelled, LabelledField } from './labelled-field.tsx';

export type SelectOption = { value: string; label: string };

type Props = Labelled & {
  id: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly SelectOption[];
  /** Options under a name of their own. */
  groups?: readonly { label: string; options: readonly SelectOption[] }[];
  disabled?: boolean;
};

/** One of many values, by the browser's own list: what a form with a select in every row asks for. */
export function NativeSelect({ id, value, onChange, options, groups = [], disabled = false, ...labelled }: Props) {
  return (
    <LabelledField id={id} {...labelled}>
      {(ties) => (
        <select
          {...ties}
          value={value}
          disabled={disabled}
          className={boxStyle}
          onChange={(event) => onChange(event.target.value)}
        >
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
      )}
    </LabelledField>
  );
}

function Options({ options }: { options: readonly SelectOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
