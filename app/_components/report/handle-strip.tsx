import { type HandlePicture, placeOn, type Scale } from '#reports';

type Props = { picture: HandlePicture; scale: Scale; names: { plan: string; breakEven: string } };

const fills = { talk: 'fill-talk', hold: 'fill-hold', wrap: 'fill-wrap' };

/** Talk, hold and wrap one after the other, with plan and break-even as marks across. */
export function HandleStrip({ picture: { parts, plan, breakEven }, scale, names }: Props) {
  const at = (value: number) => `${placeOn(scale, value)}%`;
  return (
    <svg className="block w-full overflow-visible" height="72" aria-hidden="true">
      {stacked(parts).map(({ id, from, to }) => (
        <rect
          key={id}
          x={at(from)}
          width={`${placeOn(scale, to) - placeOn(scale, from)}%`}
          y="32"
          height="22"
          className={`${fills[id]} stroke-surface`}
        />
      ))}
      {breakEven && (
        <>
          <rect
            x={at(breakEven.low)}
            width={`${placeOn(scale, breakEven.high) - placeOn(scale, breakEven.low)}%`}
            y="26"
            height="34"
            className="fill-failing/15"
          />
          <Mark x={at(breakEven.value)} name={names.breakEven} level={12} className="stroke-failing" />
        </>
      )}
      {plan !== null && <Mark x={at(plan)} name={names.plan} level={72} className="stroke-ink" dashed />}
    </svg>
  );
}

type MarkProps = { x: string; name: string; level: number; className: string; dashed?: boolean };

function Mark({ x, name, level, className, dashed }: MarkProps) {
  return (
    <>
      <line
        x1={x}
        x2={x}
        y1="18"
        y2="60"
        className={className}
        strokeWidth="2"
        {...(dashed && { strokeDasharray: '4 3' })}
      />
      <text x={x} y={level} textAnchor="middle" className="fill-ink text-[0.6875rem]">
        {name}
      </text>
    </>
  );
}

/** Where each known part begins and ends when they are laid end to end. */
function stacked(parts: HandlePicture['parts']) {
  let end = 0;
  return parts.flatMap(({ id, seconds }) => {
    if (seconds === null) return [];
    const from = end;
    end += seconds;
    return [{ id, from, to: end }];
  });
}
