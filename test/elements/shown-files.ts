import type { Attachment } from '../../protocol/attachment.ts';
import type { ChosenFile, Files } from '../../widget/core/files.ts';
import type { Answer, Trouble } from '../../widget/core/wire.ts';

interface ShownUpload {
  file: ChosenFile<Blob>;
  key: string;
  progress: (share: number) => void;
  end: (answer: Answer<{ attachment: Attachment }>) => void;
  cancelled: boolean;
}

/** The far end of file transfer: notes what goes up, and ends it when the test says how. */
export function createShownFiles() {
  const uploads: ShownUpload[] = [];
  const downloads: string[] = [];
  const answers = new Map<string, Answer<{ body: Blob }>>();
  const files: Files<Blob> = {
    upload(file, key, progress) {
      const upload: ShownUpload = { file, key, progress, end: () => {}, cancelled: false };
      uploads.push(upload);
      return {
        answer: new Promise((resolve) => (upload.end = resolve)),
        cancel: () => void (upload.cancelled = true),
      };
    },
    async download(id) {
      downloads.push(id);
      return answers.get(id) ?? { ok: false, code: 'not-found' };
    },
  };
  const attachment = (id: string, name: string): Attachment => ({ id, name, type: 'application/pdf', bytes: 84_000 });
  return {
    files,
    uploads,
    downloads,
    hold: (id: string, body: Blob) => void answers.set(id, { ok: true, body }),
    /** The last one sent up has arrived. */
    arrive(id = 'file-0001') {
      const upload = uploads.at(-1);
      upload?.end({ ok: true, attachment: attachment(id, upload.file.name) });
    },
    refuse: (code: Trouble) => uploads.at(-1)?.end({ ok: false, code } as Answer<{ attachment: Attachment }>),
  };
}
