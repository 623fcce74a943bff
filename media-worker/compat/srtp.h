// The worker speaks libsrtp 3, Debian 12 ships libsrtp 2. This header gives the calls of version 3 that the worker
// makes, on top of version 2. The functions of version 2 have C linkage, so those below are overloads beside them.
#ifndef SPORTELLO_COMPAT_SRTP_H
#define SPORTELLO_COMPAT_SRTP_H

#include <cstddef>
#include <cstdint>
#include <cstring>

// In version 2 the policy is an open struct, in version 3 an opaque pointer with the same name.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

struct SrtpCompatPolicy
{
	srtp2_policy_t v2{};
	uint8_t key[SRTP_MAX_KEY_LEN]{};
};

using srtp_policy_t = SrtpCompatPolicy*;

// Codes that version 3 added after the last one of version 2.
constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(29);
constexpr auto srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(30);

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new SrtpCompatPolicy();

	return srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	if (!policy)
	{
		return;
	}

	// volatile: a compiler may drop writes to memory that is about to be freed, and this is a key.
	for (volatile uint8_t& byte : policy->key)
	{
		byte = 0;
	}

	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->v2.ssrc = ssrc;

	return srtp_err_status_ok;
}

// For the profile with the 32-bit tag, both versions keep the 80-bit tag in RTCP, as RFC 3711 asks.
inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->v2.rtp, profile);

	return status ? status : srtp_crypto_policy_set_from_profile_for_rtcp(&policy->v2.rtcp, profile);
}

// Version 2 takes key and salt as one run of bytes.
inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLength,
  const uint8_t* salt,
  size_t saltLength,
  const uint8_t* /*mki*/,
  size_t mkiLength)
{
	if (mkiLength != 0 || keyLength + saltLength > sizeof(policy->key))
	{
		return srtp_err_status_bad_param;
	}

	std::memcpy(policy->key, key, keyLength);
	std::memcpy(policy->key + keyLength, salt, saltLength);
	policy->v2.key = policy->key;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->v2.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t size)
{
	policy->v2.window_size = size;

	return srtp_err_status_ok;
}

// The session keys are derived here: version 2 keeps no pointer into the policy afterwards.
inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, const_cast<const srtp2_policy_t*>(&policy->v2));
}

// Both versions take the SSRC in network byte order.
inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

namespace SrtpCompat
{
	using InPlace = srtp_err_status_t (*)(srtp_t, void*, int*);

	// Version 3 reads from one buffer and writes to another; `*outLength` brings the room there and takes the length
	// away. Version 2 works in place, and when it protects a packet it writes up to `trailer` bytes past its end.
	inline srtp_err_status_t run(
	  InPlace work, srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t trailer)
	{
		if (*outLength < inLength + trailer)
		{
			return srtp_err_status_buffer_small;
		}

		if (out != in)
		{
			std::memcpy(out, in, inLength);
		}

		int length        = static_cast<int>(inLength);
		const auto status = work(session, out, &length);

		if (status == srtp_err_status_ok)
		{
			*outLength = static_cast<size_t>(length);
		}

		return status;
	}

	constexpr size_t RtpTrailer{ SRTP_MAX_TRAILER_LEN };
	// RTCP carries its packet index, four bytes, as well.
	constexpr size_t RtcpTrailer{ SRTP_MAX_TRAILER_LEN + 4 };
} // namespace SrtpCompat

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*mkiIndex*/)
{
	const SrtpCompat::InPlace work = srtp_protect;

	return SrtpCompat::run(work, session, in, inLength, out, outLength, SrtpCompat::RtpTrailer);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*mkiIndex*/)
{
	const SrtpCompat::InPlace work = srtp_protect_rtcp;

	return SrtpCompat::run(work, session, in, inLength, out, outLength, SrtpCompat::RtcpTrailer);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	const SrtpCompat::InPlace work = srtp_unprotect;

	return SrtpCompat::run(work, session, in, inLength, out, outLength, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	const SrtpCompat::InPlace work = srtp_unprotect_rtcp;

	return SrtpCompat::run(work, session, in, inLength, out, outLength, 0);
}

#endif
