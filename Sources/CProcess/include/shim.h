#ifndef ARENA_CPROCESS_SHIM_H
#define ARENA_CPROCESS_SHIM_H

#include <sys/resource.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

/* Keeps this process's memory, which holds keys, out of core files and away from other processes of
   the same user. prctl is variadic, which Swift cannot call. */
static inline int cprocess_keep_memory_private(void) {
    const struct rlimit none = {0, 0};
    int result = setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) result = -1;
#endif
    return result;
}

/* Raises how many descriptors this process may have to what the system lets it; gives how many. */
static inline long cprocess_raise_descriptors(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 256;
    rlim_t wanted = limit.rlim_max > 65536 ? 65536 : limit.rlim_max;
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0) getrlimit(RLIMIT_NOFILE, &limit);
    }
    return limit.rlim_cur > 65536 ? 65536 : (long)limit.rlim_cur;
}

#endif
