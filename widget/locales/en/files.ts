import type { SameWords } from '../../core/words.ts';
import type it from '../it/files.ts';

export default {
  files: {
    tray: 'Files to send',
    remove: 'Remove {{name}}',
    removed: 'Removed: {{name}}',
    waiting: 'queued',
    lost: 'waiting for the network',
    uploading: 'going up: {{percent}}%',
    ready: 'ready',
    readyNews: '{{name}} is ready.',
    lostHint:
      'Without a network the file cannot go up. It goes by itself when the network is back, as long as you do not close the page. If you close it, choose the file again: the text stays.',
    holding: 'The message goes by itself as soon as the files are ready.',
    unhold: 'Do not send yet',
    restKept: 'The rest of your message is still here, and can go as it is.',
    refused: 'not taken',
    why: {
      'too-large': 'It is larger than 10 MB. Try a lighter photo, or split the PDF.',
      'too-many-files': 'One message takes 5 files at most. Send the others with the next one.',
    },
    list: 'Files',
    download: 'Download {{name}}',
    downloading: 'downloading…',
    kinds: {
      'image/jpeg': 'JPEG photo',
      'image/png': 'PNG image',
      'image/webp': 'WebP image',
      'image/gif': 'GIF image',
      'application/pdf': 'PDF',
    },
  },
} satisfies SameWords<typeof it>;
