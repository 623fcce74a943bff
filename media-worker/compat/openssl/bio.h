// mediasoup's DTLS transport watches OpenSSL's output through a BIO callback that answers 1 to every event. For the
// events that report a result ("return" events) the answer becomes that result (BIO_callback_fn_ex(3)), so the query
// whether the kernel does the encryption comes back as "yes". An OpenSSL built with kernel TLS, as Debian's is, then
// allocates no write buffer, and the worker dies at the first handshake. Here the real result is handed through.
#include_next <openssl/bio.h>

#ifndef SPORTELLO_COMPAT_OPENSSL_BIO_H
#define SPORTELLO_COMPAT_OPENSSL_BIO_H

#define BIO_set_callback_ex(bio, callback)                                                                             \
	BIO_set_callback_ex(                                                                                               \
	  (bio),                                                                                                           \
	  [](BIO* b, int operation, const char* data, size_t length, int argi, long argl, int result, size_t* processed)   \
	    -> long                                                                                                        \
	  {                                                                                                                \
		  const long answer = callback(b, operation, data, length, argi, argl, result, processed);                     \
                                                                                                                       \
		  return (operation & BIO_CB_RETURN) ? result : answer;                                                        \
	  })

#endif
