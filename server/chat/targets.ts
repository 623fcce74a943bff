import type { Code } from '../../protocol/codes.ts';
import type { Language, Service } from '../../protocol/conversation.ts';
import type { Transfer } from '../../protocol/desk.ts';
import type { Office, Target } from '../../protocol/office.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Attendance } from './attendance.ts';
import type { Member, People, Roster } from './roster.ts';

/** To whom something is handed or put: who that is, and whether anybody of them is here. */
export interface Targets {
  view(target: Target): Transfer['to'];
  /** As somebody who reads this language should see it. */
  nameOf(target: Target, language: Language): string;
  office(id: string): Office | undefined;
  /** Who of them is at the desk; busy or not. For a signed conversation those who sign. */
  here(target: Target, options?: { except?: string | undefined; service?: Service }): Member[];
  /**
   * Null where it may go to them: `oneself`, `not-found`, `nobody-there`.
   * @param from whose it is now
   */
  whyNot(target: Target, from: string, service?: Service): Code | null;
}

export interface TargetParts {
  settings: () => DeskSettings;
  roster: Roster;
  people: People;
  operators: Pick<Attendance, 'isHere'>;
}

export function isOf(target: Target, { id, offices }: Pick<Member, 'id' | 'offices'>): boolean {
  return 'operator' in target ? target.operator === id : offices.includes(target.office);
}

export function createTargets({ settings, roster, people, operators }: TargetParts): Targets {
  const office = (id: string): Office | undefined => settings().offices.find((each) => each.id === id);

  function officeNames(id: string): Record<Language, string> {
    return office(id)?.name ?? { it: id, en: id };
  }

  function here(target: Target, { except, service = 'chat' }: { except?: string | undefined; service?: Service } = {}) {
    const there = [...roster.values()].filter((member) => isOf(target, member) && member.id !== except);
    const able = there.filter(({ skills }) => service === 'chat' || skills.includes(service));
    return able.filter(({ id, presence }) => presence === 'available' && operators.isHere(id));
  }

  return {
    office,
    here,
    view: (target) =>
      'operator' in target
        ? { operator: people.nameOf(target.operator) }
        : { office: target.office, name: officeNames(target.office) },
    nameOf: (target, language) =>
      'operator' in target ? people.nameOf(target.operator).name : officeNames(target.office)[language],
    whyNot(target, from, service = 'chat') {
      if ('operator' in target && target.operator === from) return 'oneself';
      const known = 'operator' in target ? people.known(target.operator) : office(target.office) !== undefined;
      if (!known) return 'not-found';
      return here(target, { except: from, service }).length > 0 ? null : 'nobody-there';
    },
  };
}
