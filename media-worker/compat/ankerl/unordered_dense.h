// Debian 12 has no ankerl::unordered_dense. This is the part of it that the worker uses, over the standard library's
// containers: slower by a little, and in another order of iteration, on which nothing depends.
#ifndef SPORTELLO_COMPAT_UNORDERED_DENSE_H
#define SPORTELLO_COMPAT_UNORDERED_DENSE_H

#include <cstdint>
#include <functional>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense
{
	template<typename Key>
	struct hash
	{
		uint64_t operator()(const Key& key) const noexcept(noexcept(std::hash<Key>{}(key)))
		{
			uint64_t value = std::hash<Key>{}(key);

			// The standard library hashes a number to itself; SSRCs chosen by a stranger should not land in one bucket
			// by plan, so mix it (the finisher of SplitMix64).
			if constexpr (std::is_scalar_v<Key>)
			{
				value += 0x9e3779b97f4a7c15ULL;
				value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
				value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
				value ^= value >> 31;
			}

			return value;
		}
	};

	template<typename Key, typename Value, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using map = std::unordered_map<Key, Value, Hash, Equal>;

	template<typename Key, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using set = std::unordered_set<Key, Hash, Equal>;
} // namespace ankerl::unordered_dense

#endif
