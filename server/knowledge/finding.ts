/** Something an editor should put right. The message is in Italian and says what to do. */
export interface Finding {
  file: string;
  /** Counted from 1. */
  line: number;
  message: string;
  /** With an error the article is left out; a warning asks for a look. */
  severity: 'error' | 'warning';
}

/** Reports on one file, so that whoever reads it need not carry the name along. */
export interface Reporter {
  readonly findings: Finding[];
  error(line: number, message: string): void;
  warn(line: number, message: string): void;
}

export function createReporter(file: string): Reporter {
  const findings: Finding[] = [];
  return {
    findings,
    error: (line, message) => void findings.push({ file, line, message, severity: 'error' }),
    warn: (line, message) => void findings.push({ file, line, message, severity: 'warning' }),
  };
}

export function hasErrors(findings: Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
