import type { ArticleHead, SectionName } from '../../protocol/article.ts';
import type { Service } from '../../protocol/conversation.ts';
import type { FeedbackWhy } from '../../protocol/feedback.ts';
import type { SentUp } from '../core/files.ts';

/** What the shared parts tell their surroundings. All of them bubble and cross shadow roots. */
abstract class PartEvent<Detail> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail) {
    super(type, { detail, bubbles: true, composed: true });
  }
}

/** The composer's text is to go out, and the files with it; one of the two may be missing. */
export class SendEvent extends PartEvent<{ text: string; attachments: readonly SentUp[] }> {
  static readonly type = 'sportello-send';
  constructor(text: string, attachments: readonly SentUp[] = []) {
    super(SendEvent.type, { text, attachments });
  }
}

/** The person began (true) or stopped (false) typing. Repeated while they go on. */
export class TypingEvent extends PartEvent<{ typing: boolean }> {
  static readonly type = 'sportello-typing';
  constructor(typing: boolean) {
    super(TypingEvent.type, { typing });
  }
}

/** The composer's text changed: keep it as the draft. */
export class DraftEvent extends PartEvent<{ text: string }> {
  static readonly type = 'sportello-draft';
  constructor(text: string) {
    super(DraftEvent.type, { text });
  }
}

/** A refused text is to be tried again, or taken out of the log. */
export class PendingEvent extends PartEvent<{ clientId: string; action: 'retry' | 'discard' }> {
  static readonly type = 'sportello-pending';
  constructor(clientId: string, action: 'retry' | 'discard') {
    super(PendingEvent.type, { clientId, action });
  }
}

/** A question was asked as it stands. */
export class AskEvent extends PartEvent<{ question: string }> {
  static readonly type = 'sportello-ask';
  constructor(question: string) {
    super(AskEvent.type, { question });
  }
}

/** A suggested question was chosen. */
export class ChooseEvent extends PartEvent<{ article: string }> {
  static readonly type = 'sportello-choose';
  constructor(article: string) {
    super(ChooseEvent.type, { article });
  }
}

/** A reference from one article to another, or to a section, was followed. */
export class FollowEvent extends PartEvent<{ article: string; section: SectionName | undefined }> {
  static readonly type = 'sportello-follow';
  constructor(article: string, section?: SectionName) {
    super(FollowEvent.type, { article, section });
  }
}

/** Somebody said whether an answer was of use, and perhaps why not. */
export class HelpfulEvent extends PartEvent<{ article: ArticleHead; useful: boolean; why: FeedbackWhy | undefined }> {
  static readonly type = 'sportello-helpful';
  constructor(article: ArticleHead, useful: boolean, why?: FeedbackWhy) {
    super(HelpfulEvent.type, { article, useful, why });
  }
}

/** A way to a person was chosen. */
export class ChannelEvent extends PartEvent<{ channel: Service | 'message' }> {
  static readonly type = 'sportello-channel';
  constructor(channel: Service | 'message') {
    super(ChannelEvent.type, { channel });
  }
}

/** Somebody wants to be told when a service opens, or no longer does. */
export class AwaitEvent extends PartEvent<{ service: Service; on: boolean }> {
  static readonly type = 'sportello-await';
  constructor(service: Service, on: boolean) {
    super(AwaitEvent.type, { service, on });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sportello-send': SendEvent;
    'sportello-typing': TypingEvent;
    'sportello-draft': DraftEvent;
    'sportello-pending': PendingEvent;
    'sportello-ask': AskEvent;
    'sportello-choose': ChooseEvent;
    'sportello-follow': FollowEvent;
    'sportello-helpful': HelpfulEvent;
    'sportello-channel': ChannelEvent;
    'sportello-await': AwaitEvent;
  }
}
