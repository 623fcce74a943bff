// Whoever hands over is about to talk: both screens come at once.
import './handover.ts';
import './conversation.ts';
