import { texts } from "./texts.ts";

/** How sure a value is, as a bar and in figures. It is no verdict: what asks for a look says so itself. */
export function Confidence({ value }: { readonly value: number }) {
  const percent = Math.floor(value * 100);
  const label = value === 1 ? texts.byHuman : `${percent} %`;
  return (
    <span class="confidence" title={value === 1 ? texts.byHuman : texts.sureness(percent)}>
      <svg viewBox="0 0 40 6" aria-hidden="true" focusable="false">
        <rect class="track" width="40" height="6" rx="3" />
        <rect class="bar" width={Math.max(3, 40 * value)} height="6" rx="3" />
      </svg>
      {label}
    </span>
  );
}
