import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { judgeLight, meanLuminance, type Light } from '../core/call-light.ts';

const EVERY_MS = 1_000;
/** A few hundred pixels tell the light as well as all of them. */
const WIDTH = 32;
const HEIGHT = 24;

/** Looks once a second at how the picture in a video element is lit. Null until there is a picture. */
export class LightMeter implements ReactiveController {
  light: Light | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #video: () => HTMLVideoElement | null | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #context: CanvasRenderingContext2D | null = null;

  constructor(host: ReactiveControllerHost, video: () => HTMLVideoElement | null | undefined) {
    this.#host = host;
    this.#video = video;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer ??= setInterval(() => this.#look(), EVERY_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const light = this.#measure();
    if (light === this.light) return;
    this.light = light;
    this.#host.requestUpdate();
  }

  #measure(): Light | null {
    const video = this.#video();
    if (!video || video.readyState < video.HAVE_CURRENT_DATA || !video.srcObject) return null;
    this.#context ??= createContext();
    if (!this.#context) return null;
    this.#context.drawImage(video, 0, 0, WIDTH, HEIGHT);
    const luminance = meanLuminance(this.#context.getImageData(0, 0, WIDTH, HEIGHT).data);
    return luminance === null ? null : judgeLight(luminance);
  }
}

function createContext(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  return canvas.getContext('2d', { willReadFrequently: true });
}
