import { createAttaching, type Attaching } from '../../widget/core/attaching.ts';

/** Attaching files to conversations, one tray for each; what deals with files is fetched with the first of them. */
export function createAttachings(server: URL): (conversation: object) => Attaching<Blob> {
  const made = new WeakMap<object, Attaching<Blob>>();
  const load = async () => {
    const { composeFiles } = await import('../../widget/composition-of-files.ts');
    return composeFiles({ server });
  };
  return (conversation) => {
    const attaching = made.get(conversation) ?? createAttaching(load);
    made.set(conversation, attaching);
    return attaching;
  };
}
