import type { Figures } from './measure.ts';

/** As people read it. */
export function asText({ inScope, byKind, multi, outOfScope, ...alarms }: Figures): string {
  const lines = [
    row('in scope', inScope),
    ...Object.entries(byKind).map(([kind, figures]) => row(`  ${kind}`, figures)),
    `${head('several in one', multi.questions)}  every part first ${percent(multi.everyPart)}`,
    `${head('out of scope', outOfScope.questions)}  none  ${percent(outOfScope.none)}`,
    `${head('emergencies', alarms.emergencies.questions)}  heard ${percent(alarms.emergencies.alarms)}`,
    ...Object.entries(alarms.emergenciesByKind).map(
      ([kind, figures]) => `${head(`  ${kind}`, figures.questions)}  heard ${percent(figures.alarms)}`,
    ),
    `${head('look-alikes', alarms.lookAlikes.questions)}  false alarms ${percent(alarms.lookAlikes.alarms)}`,
    `${head('all other', inScope.questions + outOfScope.questions)}  false alarms ${percent(alarms.falseAlarms)}`,
  ];
  return lines.filter((line) => !line.includes(NOTHING)).join('\n');
}

/** One line for an engine beside ours. */
export function asLine(name: string, { inScope, multi, outOfScope }: Figures): string {
  return (
    `${name.padEnd(34)} top-1 ${percent(inScope.top1)}  top-3 ${percent(inScope.top3)}  ` +
    `refused ${percent(inScope.refused)}  every part ${percent(multi.everyPart)}  out of scope none ${percent(outOfScope.none)}`
  );
}

const NOTHING = ` ${String(0).padStart(4)}  `;
const head = (name: string, questions: number): string => `${name.padEnd(16)} ${String(questions).padStart(4)}`;
const percent = (figure: number | null): string => (figure === null ? '—' : `${figure.toFixed(1)}%`).padStart(6);

function row(name: string, figures: Figures['inScope']): string {
  const { questions, top1, top3, refused, answered, answeredWrong } = figures;
  return (
    `${head(name, questions)}  top-1 ${percent(top1)}  top-3 ${percent(top3)}  refused ${percent(refused)}  ` +
    `answered alone ${percent(answered)} (wrongly ${percent(answeredWrong)})`
  );
}
