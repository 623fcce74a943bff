import type { Article, Knowledge } from '../../../protocol/article.ts';
import type { Callback } from '../../../protocol/callback.ts';
import type { ConversationState, Service } from '../../../protocol/conversation.ts';
import type { Consultation, SideMessage } from '../../../protocol/consultation.ts';
import type { CaseFile, DeskState, FloorEntry, OperatorState, QueueEntry } from '../../../protocol/desk.ts';
import type { OfficeNow } from '../../../protocol/office.ts';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import type { Notice } from '../../../protocol/notice.ts';

export const waiting = (id: string, change: Partial<QueueEntry> = {}): QueueEntry => ({
  conversationId: id,
  service: 'chat',
  language: 'it',
  citizenName: null,
  since: 1000,
  context: { searches: [], articles: [] },
  returned: false,
  transfer: null,
  offeredTo: null,
  ...change,
});

export const conversation = (id: string, change: Partial<ConversationState> = {}): ConversationState => ({
  id,
  service: 'chat',
  language: 'it',
  citizenName: null,
  citizenConnected: true,
  startedAt: 1000,
  context: { searches: [], articles: [] },
  phase: {
    name: 'live',
    since: 2000,
    operator: { id: 'operator-1', name: 'Operatore chat 1' },
    operatorConnected: true,
    hold: null,
  },
  call: null,
  lastSeq: 0,
  read: { citizen: 0, operator: 0 },
  ...change,
});

export const desk = (
  mine: ConversationState[] = [],
  queues: Partial<Record<Service, QueueEntry[]>> = {},
  skills: Service[] = ['chat'],
): DeskState => ({
  me: {
    id: 'operator-1',
    name: 'Operatore chat 1',
    skills,
    presence: 'available',
    breakReason: null,
    busy: false,
    languages: ['it', 'en'],
    offices: [],
  },
  queues: { chat: [], lis: [], ...queues },
  mine,
  cases: {},
  offer: null,
  consultations: [],
  colleagues: [],
  offices: [],
  replies: [],
  callbacks: { open: 0, overdue: 0, today: 0, nextDueAt: null },
  floor: [],
  notices: [],
});

export const article = (id: string, change: Partial<Article> = {}): Article => ({
  id,
  lang: 'it',
  topic: 'recup',
  title: 'Come disdico una visita prenotata?',
  variants: [],
  office: 'ReCup',
  summary: [{ type: 'paragraph', children: [{ type: 'text', text: 'Puoi disdire per telefono.' }] }],
  sections: [],
  words: '',
  actions: [],
  sources: [],
  updated: '2026-11-01',
  verifyBy: '2027-05-01',
  related: [],
  ...change,
});

export const knowledge = (articles: Article[]): Knowledge => ({
  lang: 'it',
  version: '1',
  topics: [
    { id: 'recup', title: 'Visite ed esami', description: '' },
    { id: 'bollo', title: 'Bollo auto', description: '' },
  ],
  articles,
  lexicon: [],
  featured: [],
});

export const announcement = (id: string, change: Partial<Notice> = {}): Notice => ({
  id,
  text: { it: [{ type: 'paragraph', children: [{ type: 'text', text: 'Il portale ReCup è fermo.' }] }] },
  from: 1000,
  until: 100_000,
  topics: ['recup'],
  articles: [],
  ...change,
});

export const overview = (change: Partial<EditorsOverview> = {}): EditorsOverview => ({
  now: 1000,
  editBase: null,
  retentionDays: 30,
  coverage: [],
  unanswered: [],
  feedback: [],
  stale: [],
  findings: [],
  notices: [],
  ...change,
});

export const caseFile = (change: Partial<CaseFile> = {}): CaseFile => ({
  note: '',
  earlier: [],
  consultation: null,
  transfer: null,
  listeners: [],
  ...change,
});

export const office = (id: string, change: Partial<OfficeNow> = {}): OfficeNow => ({
  id,
  name: { it: id[0]!.toUpperCase() + id.slice(1), en: `${id} office` },
  topics: [],
  email: null,
  phone: null,
  note: null,
  free: 1,
  here: 1,
  ...change,
});

export const colleague = (id: string, name: string, change: Partial<OperatorState> = {}): OperatorState => ({
  id,
  name,
  skills: ['chat'],
  presence: 'available',
  breakReason: null,
  busy: false,
  languages: ['it'],
  offices: [],
  ...change,
});

export const consultation = (id: string, change: Partial<Consultation> = {}): Consultation => ({
  id,
  conversationId: 'conv-anna',
  kind: 'answer',
  openedBy: { id: 'operator-1', name: 'Operatore chat 1' },
  openedAt: 3000,
  to: { office: 'tributi', name: { it: 'Tributi', en: 'Taxes' } },
  summary: 'Può correggere la bolletta online?',
  mailed: false,
  state: 'open',
  lastSeq: 0,
  ...change,
});

export const sideMessage = (consultationId: string, seq: number, change: Partial<SideMessage> = {}): SideMessage => ({
  consultationId,
  seq,
  at: 4000 + seq,
  from: { operatorId: 'operator-2', name: 'Giulia Serra' },
  clientId: `side-${seq}`,
  text: `riga ${seq}`,
  ...change,
});

export const callback = (id: string, change: Partial<Callback> = {}): Callback => ({
  id,
  number: `2026-${id}`,
  conversationId: null,
  language: 'it',
  citizenName: null,
  reach: { by: 'phone', phone: '+39 050 910111' },
  text: 'Mi serve un certificato.',
  attachments: [],
  context: { searches: [], articles: [] },
  receivedAt: 1000,
  dueAt: 100_000,
  takenBy: null,
  attempts: [],
  receipt: null,
  closedAt: null,
  ...change,
});

export const onFloor = (id: string, operatorId: string, change: Partial<FloorEntry> = {}): FloorEntry => ({
  conversationId: id,
  service: 'chat',
  language: 'it',
  citizenName: null,
  operator: { id: operatorId, name: operatorId },
  since: 2000,
  onHold: false,
  inCall: false,
  ...change,
});
