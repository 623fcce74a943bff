import type { types } from 'mediasoup';
import * as z from 'zod/mini';
import type { Opaque } from '../../protocol/call.ts';
import { MediaError } from './media.ts';

/**
 * What browsers send to mediasoup, checked for form and size before mediasoup sees it. That is not for show:
 * mediasoup 3.27 writes numbers into its worker's message buffer unchecked, and one that does not fit (a `maxBitrate`
 * of 0.5 is enough) throws halfway through a record and leaves the buffer, and with it the worker, unusable for
 * everybody. What is well-formed and still not right is mediasoup's to refuse.
 */
const word = z.string().check(z.maxLength(256));
const uint8 = z.int().check(z.minimum(0), z.maximum(255));
const uint32 = z.int().check(z.minimum(0), z.maximum(0xffff_ffff));
const int32 = z.int().check(z.minimum(-0x8000_0000), z.maximum(0x7fff_ffff));
const kind = z.enum(['audio', 'video']);

const few = <Item extends z.ZodMiniType>(item: Item, most: number) => z.array(item).check(z.maxLength(most));

const codecParameters = z
  .record(word, z.union([word, int32, z.boolean()]))
  .check(z.refine((record) => Object.keys(record).length <= 32));

const codec = {
  mimeType: word,
  clockRate: uint32,
  channels: z.exactOptional(uint8),
  parameters: z.exactOptional(codecParameters),
  rtcpFeedback: z.exactOptional(few(z.object({ type: word, parameter: z.exactOptional(word) }), 16)),
};

/** mediasoup knows a closed list of extensions and refuses the others itself. */
const extensionUri = z.custom<types.RtpHeaderExtensionUri>((value) => word.safeParse(value).success);

const rtpParameters = z.object({
  mid: z.exactOptional(word),
  codecs: few(z.object({ ...codec, payloadType: uint8 }), 32),
  headerExtensions: z.exactOptional(
    few(z.object({ uri: extensionUri, id: uint8, encrypt: z.exactOptional(z.boolean()) }), 32),
  ),
  encodings: z.exactOptional(
    few(
      z.object({
        ssrc: z.exactOptional(uint32),
        rid: z.exactOptional(word),
        codecPayloadType: z.exactOptional(uint8),
        rtx: z.exactOptional(z.object({ ssrc: uint32 })),
        dtx: z.exactOptional(z.boolean()),
        scalabilityMode: z.exactOptional(word),
        maxBitrate: z.exactOptional(uint32),
      }),
      4,
    ),
  ),
  rtcp: z.exactOptional(z.object({ cname: z.exactOptional(word), reducedSize: z.exactOptional(z.boolean()) })),
  msid: z.exactOptional(word),
});

const rtpCapabilities = z.object({
  codecs: z.exactOptional(few(z.object({ ...codec, kind, preferredPayloadType: uint8 }), 128)),
  headerExtensions: z.exactOptional(
    few(
      z.object({
        kind,
        uri: extensionUri,
        preferredId: uint8,
        preferredEncrypt: z.exactOptional(z.boolean()),
        direction: z.exactOptional(z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
      }),
      64,
    ),
  ),
});

const dtlsParameters = z.object({
  role: z.exactOptional(z.enum(['auto', 'client', 'server'])),
  fingerprints: few(
    z.object({
      algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
      value: z.string().check(z.regex(/^[\da-f]{2}(:[\da-f]{2}){19,63}$/i)),
    }),
    8,
  ).check(z.minLength(1)),
});

/** @throws MediaError `bad-media` */
export const parseDtlsParameters = (value: Opaque): types.DtlsParameters => parse(dtlsParameters, value);

/** @throws MediaError `bad-media` */
export const parseRtpCapabilities = (value: Opaque): types.RtpCapabilities => parse(rtpCapabilities, value);

/** @throws MediaError `bad-media`, also when a codec is of the other kind */
export function parseRtpParameters(value: Opaque, of: types.MediaKind): types.RtpParameters {
  const parameters = parse(rtpParameters, value);
  if (parameters.codecs.every(({ mimeType }) => mimeType.toLowerCase().startsWith(`${of}/`))) return parameters;
  throw new MediaError('bad-media', `the codecs are not ${of} codecs`);
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, value: Opaque): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new MediaError('bad-media', 'the parameters are malformed', { cause: result.error });
}
