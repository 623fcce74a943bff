const NOTES_HZ = [660, 880];
const NOTE_SECONDS = 0.14;
/** Quiet: it is heard in an office, not across it. */
const VOLUME = 0.08;

/** Two short notes, made here: nothing is downloaded. Silent where the browser does not let a page make sounds. */
export function createChime(): () => void {
  let audio: AudioContext | undefined;
  return () => {
    audio ??= new AudioContext();
    const { currentTime, destination } = audio;
    const volume = audio.createGain();
    volume.gain.setValueAtTime(VOLUME, currentTime);
    volume.gain.linearRampToValueAtTime(0, currentTime + NOTE_SECONDS * NOTES_HZ.length);
    volume.connect(destination);
    for (const [index, hz] of NOTES_HZ.entries()) {
      const note = new OscillatorNode(audio, { frequency: hz });
      note.connect(volume);
      note.start(currentTime + index * NOTE_SECONDS);
      note.stop(currentTime + (index + 1) * NOTE_SECONDS);
    }
  };
}
