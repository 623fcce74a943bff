import { html, svg, type TemplateResult } from 'lit';

/** Always beside words, so readers pass them by. */
function icon(...paths: string[]): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${paths.map((path) => svg`<path d=${path}></path>`)}
  </svg>`;
}

const CAMERA = 'M4 6h10a2 2 0 0 1 2 2v2.5l5-3.5v10l-5-3.5V16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z';
const MICROPHONE =
  'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 10.5h2V11a4 4 0 0 0 8 0v-.5h2v.5a6 6 0 0 1-5 5.9V20h3v2H8v-2h3v-3.1A6 6 0 0 1 6 11z';
const STRIKE = 'M3.5 2.1 21.9 20.5l-1.4 1.4L2.1 3.5z';

export const icons = {
  camera: icon(CAMERA),
  cameraOff: icon(CAMERA, STRIKE),
  microphone: icon(MICROPHONE),
  microphoneOff: icon(MICROPHONE, STRIKE),
  leave: icon(
    'M12 9c3.7 0 7 1.2 9.4 3.2.6.5.7 1.4.2 2l-1.8 2.2c-.4.5-1.1.6-1.7.3l-3-1.6a1.4 1.4 0 0 1-.7-1.2v-1.6a13 13 0 0 0-4.8 0v1.6c0 .5-.3 1-.7 1.2l-3 1.6c-.6.3-1.3.2-1.7-.3l-1.8-2.2c-.5-.6-.4-1.5.2-2C5 10.2 8.3 9 12 9z',
  ),
  sideBySide: icon('M2 5h9v14H2zM13 5h9v14h-9z'),
  enlarge: icon('M14 3h7v7h-2V6.4l-5.3 5.3-1.4-1.4L17.6 5H14zM3 14h2v3.6l5.3-5.3 1.4 1.4L6.4 19H10v2H3z'),
  stacked: icon('M4 2h16v9H4zM4 13h16v9H4z'),
  textSize: icon('M2 5h12v3H9.5v12h-3V8H2zM14 11h8v2.5h-2.7V20h-2.6v-6.5H14z'),
  light: icon('M12 2a7 7 0 0 1 4 12.7V17H8v-2.3A7 7 0 0 1 12 2zM8 18.5h8V20H8zM9.5 21h5v1.5h-5z'),
  warning: icon('M12 2.5 23 21.5H1zM11 9v6h2V9zM11 16.5v2.5h2v-2.5z'),
  person: icon('M12 3a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM3 21c0-4.5 4-7.5 9-7.5s9 3 9 7.5z'),
} as const;
