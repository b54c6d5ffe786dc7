'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { buttonStyle } from './button.tsx';
import { cn } from './class-names.ts';
import { FieldNotes, notedBy } from './field-notes.tsx';

export type Option = { value: string; label: string };

type Props = {
  label: string;
  /** Whether the label is only for those who do not see the field. */
  labelHidden?: boolean;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  name?: string;
  disabled?: boolean;
  /** What is wrong with the value, if anything. */
  fault?: string | undefined;
  className?: string;
};

/** One of a few values. */
export function Select({ label, labelHidden, options, value, onChange, name, disabled, fault, className }: Props) {
  const id = useId();
  return (
    <div>
      <Base.Root
        items={options}
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
        {...(name && { name })}
        {...(disabled && { disabled })}
      >
        <Base.Label className={labelHidden ? 'sr-only' : 'mb-1 block font-medium text-sm'}>{label}</Base.Label>
        <Base.Trigger
          {...notedBy(id, { fault })}
          className={cn(buttonStyle(), 'justify-between font-normal aria-invalid:border-failing', className)}
        >
          <Base.Value className="truncate" />
          <Base.Icon>
            <ChevronDown aria-hidden className="size-4 text-muted" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} collisionPadding={12} alignItemWithTrigger={false} className="z-30">
            <Base.Popup className="min-w-(--anchor-width) rounded-lg border border-line bg-surface shadow-popup outline-none">
              <Base.List className="max-h-(--available-height) overflow-y-auto p-1">
                {options.map((option) => (
                  <Base.Item
                    key={option.value}
                    value={option.value}
                    className="flex cursor-default select-none items-center gap-2 rounded-md py-1.5 pr-3 pl-2 text-sm outline-none data-highlighted:bg-sunken pointer-coarse:py-2.5"
                  >
                    <span className="w-4">
                      <Base.ItemIndicator>
                        <Check aria-hidden className="size-4" />
                      </Base.ItemIndicator>
                    </span>
                    <Base.ItemText>{option.label}</Base.ItemText>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      <FieldNotes id={id} fault={fault} />
    </div>
  );
}
