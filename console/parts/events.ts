import type { Columns } from '../core/columns.ts';
import type { Citizen } from '../core/notices.ts';
import type { Place } from '../core/places.ts';

/** What the console's parts tell their surroundings. All of them bubble and cross shadow roots. */
abstract class ConsoleEvent<Detail> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail) {
    super(type, { detail, bubbles: true, composed: true });
  }
}

/** Take this citizen out of the queue. */
export class AcceptEvent extends ConsoleEvent<Citizen> {
  static readonly type = 'console-accept';
  constructor(citizen: Citizen) {
    super(AcceptEvent.type, citizen);
  }
}

/** Show one of my conversations. */
export class SelectEvent extends ConsoleEvent<{ conversationId: string }> {
  static readonly type = 'console-select';
  constructor(conversationId: string) {
    super(SelectEvent.type, { conversationId });
  }
}

/** Show a side conversation: one I opened, or one in which I am asked. */
export class QuestionEvent extends ConsoleEvent<{ consultationId: string }> {
  static readonly type = 'console-question';
  constructor(consultationId: string) {
    super(QuestionEvent.type, { consultationId });
  }
}

/** What one may do in a side conversation besides writing. */
export class SideEvent extends ConsoleEvent<{ consultationId: string; action: 'end' | 'ready' }> {
  static readonly type = 'console-side';
  constructor(consultationId: string, action: 'end' | 'ready') {
    super(SideEvent.type, { consultationId, action });
  }
}

/** The citizen offered to me is for the next. */
export class DeclineEvent extends ConsoleEvent<{ conversationId: string }> {
  static readonly type = 'console-decline';
  constructor(conversationId: string) {
    super(DeclineEvent.type, { conversationId });
  }
}

/** What is written down of a conversation. */
export class NoteEvent extends ConsoleEvent<{ conversationId: string; text: string }> {
  static readonly type = 'console-note';
  constructor(conversationId: string, text: string) {
    super(NoteEvent.type, { conversationId, text });
  }
}

/** Put this article into the answer. */
export class InsertEvent extends ConsoleEvent<{ articleId: string }> {
  static readonly type = 'console-insert';
  constructor(articleId: string) {
    super(InsertEvent.type, { articleId });
  }
}

/** Show this article in the context column. */
export class ReadEvent extends ConsoleEvent<{ articleId: string }> {
  static readonly type = 'console-read';
  constructor(articleId: string) {
    super(ReadEvent.type, { articleId });
  }
}

export type WindowName = 'keys' | 'settings' | 'finish' | 'leave' | 'transfer' | 'consult';

/** Open one of the console's windows. */
export class OpenEvent extends ConsoleEvent<{ window: WindowName }> {
  static readonly type = 'console-open';
  constructor(window: WindowName) {
    super(OpenEvent.type, { window });
  }
}

/** Show the other place of the console. */
export class GoEvent extends ConsoleEvent<{ place: Place }> {
  static readonly type = 'console-go';
  constructor(place: Place) {
    super(GoEvent.type, { place });
  }
}

/** The path of a file was copied, or only selected where the browser does not let a page copy. */
export class CopyEvent extends ConsoleEvent<{ path: string; copied: boolean }> {
  static readonly type = 'console-copy';
  constructor(path: string, copied: boolean) {
    super(CopyEvent.type, { path, copied });
  }
}

/** A column is to be this wide, in CSS pixels. */
export class WidthEvent extends ConsoleEvent<{ width: number }> {
  static readonly type = 'console-width';
  constructor(width: number) {
    super(WidthEvent.type, { width });
  }
}

/** The columns are to be this wide. */
export class ResizeEvent extends ConsoleEvent<Columns> {
  static readonly type = 'console-resize';
  constructor(columns: Columns) {
    super(ResizeEvent.type, columns);
  }
}

declare global {
  interface HTMLElementEventMap {
    'console-resize': ResizeEvent;
    'console-accept': AcceptEvent;
    'console-select': SelectEvent;
    'console-question': QuestionEvent;
    'console-side': SideEvent;
    'console-decline': DeclineEvent;
    'console-note': NoteEvent;
    'console-insert': InsertEvent;
    'console-read': ReadEvent;
    'console-open': OpenEvent;
    'console-go': GoEvent;
    'console-copy': CopyEvent;
    'console-width': WidthEvent;
  }
}
