import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { commandFor, type Command } from '../core/keys.ts';

const TEXT_BOXES = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"]), [contenteditable]';

/** Listens for the console's keys wherever the focus is, while its element is in the page. */
export class Keys implements ReactiveController {
  readonly #isOn: (command: Command, inWindow: boolean) => boolean;
  readonly #act: (command: Command) => void;

  /** `isOn` is also told whether the key was pressed inside a window. */
  constructor(
    host: ReactiveControllerHost,
    isOn: (command: Command, inWindow: boolean) => boolean,
    act: (command: Command) => void,
  ) {
    this.#isOn = isOn;
    this.#act = act;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#handle);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#handle);
  }

  readonly #handle = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const path = event.composedPath();
    const [target] = path;
    const inWindow = path.some((element) => element instanceof HTMLDialogElement);
    const command = commandFor({
      key: event.key,
      code: event.code,
      altKey: event.altKey,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      shiftKey: event.shiftKey,
      typing: target instanceof Element && target.matches(TEXT_BOXES),
    });
    if (command === undefined || !this.#isOn(command, inWindow)) return;
    event.preventDefault();
    this.#act(command);
  };
}
