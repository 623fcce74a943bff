import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Origins } from './origins.ts';

/**
 * What our own pages may do: nothing but what comes from here, no inline script or style, no markup from strings
 * (Trusted Types, where the browser has them; lit-html makes its templates under its own policy).
 */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    // The demo page's style sheet (Bootstrap Italia's) carries a font of icons inside it.
    fontSrc: ["'self'", 'data:'],
    mediaSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['lit-html'],
  },
};

const PERMISSIONS_POLICY = 'camera=(self), microphone=(self), geolocation=(), display-capture=(), payment=(), usb=()';

/** @param https whether browsers reach us that way, and should never try another */
export function securityHeaders({ https }: { https: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      strictTransportSecurity: https,
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set('Permissions-Policy', PERMISSIONS_POLICY);
      next();
    },
  ];
}

/** For what the widget asks for from inside somebody else's page. */
export function publicApiHeaders({ mayEmbed }: Origins): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin !== undefined && mayEmbed(origin)) response.set('Access-Control-Allow-Origin', origin);
    response.set('Cross-Origin-Resource-Policy', 'cross-origin');
    next();
  };
}
