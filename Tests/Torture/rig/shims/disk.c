// A disk that fails on demand. DISK_SHIM names a file that holds one line, read at every call that
// the shim watches:
//   lie                         fdatasync and fsync say yes and do nothing
//   CALL ERRNO NUMBER COUNT END the calls NUMBER … NUMBER+COUNT-1 from now on fail with ERRNO, where
//                               CALL is fdatasync, pwrite64, pread64 or ftruncate64, and the file's
//                               path ends with END (arena.db, arena.db-wal, … or - for any of them)
//   arm                         counting begins again at 0
// Only files whose path has "arena." in it are meant. What failed is written to DISK_SHIM.log.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long count;
static char last[128];

static int file_text(char *text, size_t size) {
    const char *path = getenv("DISK_SHIM");
    if (!path) return 0;
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
    if (file < 0) return 0;
    long length = syscall(SYS_read, file, text, size - 1);
    syscall(SYS_close, file);
    text[length > 0 ? length : 0] = 0;
    return length > 0;
}

static int is_meant(int descriptor, const char *end, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    long length = readlink(link, path, size - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (!strstr(path, "arena.")) return 0;
    if (strcmp(end, "-") == 0) return strstr(path, "-shm") == NULL;
    size_t wanted = strlen(end);
    return (size_t)length >= wanted && strcmp(path + length - wanted, end) == 0;
}

static void note(const char *call, long number, const char *path) {
    char text[4400], name[300];
    snprintf(name, sizeof name, "%s.log", getenv("DISK_SHIM"));
    int file = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND, 0600);
    int length = snprintf(text, sizeof text, "%s %ld %s\n", call, number, path);
    syscall(SYS_write, file, text, length);
    syscall(SYS_close, file);
}

// The errno a call shall fail with; 0 to let it through, -1 to say yes and do nothing.
static int verdict(const char *call, int descriptor) {
    char text[128], wanted[32] = "", end[64] = "-", path[4096];
    int error = 0;
    long number = 0, times = 0;
    if (!file_text(text, sizeof text)) return 0;
    if (strncmp(text, "lie", 3) == 0) return strstr(call, "sync") ? -1 : 0;
    if (strcmp(text, last) != 0) { strcpy(last, text); count = 0; }
    if (sscanf(text, "%31s %d %ld %ld %63s", wanted, &error, &number, &times, end) < 5) return 0;
    if (strcmp(call, wanted) != 0 || !is_meant(descriptor, end, path, sizeof path)) return 0;
    long mine = ++count;
    if (mine < number || mine >= number + times) return 0;
    note(call, mine, path);
    return error;
}

#define FAIL_IF_WANTED(call, descriptor, yes)                \
    do {                                                     \
        int verdict_ = verdict(call, descriptor);            \
        if (verdict_ < 0) return yes;                        \
        if (verdict_ > 0) { errno = verdict_; return -1; }   \
    } while (0)

int fdatasync(int descriptor) {
    FAIL_IF_WANTED("fdatasync", descriptor, 0);
    return syscall(SYS_fdatasync, descriptor);
}

int fsync(int descriptor) {
    FAIL_IF_WANTED("fdatasync", descriptor, 0);
    return syscall(SYS_fsync, descriptor);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at) {
    FAIL_IF_WANTED("pwrite64", descriptor, (ssize_t)size);
    return syscall(SYS_pwrite64, descriptor, bytes, size, at);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at) {
    return pwrite64(descriptor, bytes, size, at);
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t at) {
    FAIL_IF_WANTED("pread64", descriptor, (ssize_t)size);
    return syscall(SYS_pread64, descriptor, bytes, size, at);
}

ssize_t pread(int descriptor, void *bytes, size_t size, off_t at) {
    return pread64(descriptor, bytes, size, at);
}

int ftruncate64(int descriptor, off64_t size) {
    FAIL_IF_WANTED("ftruncate64", descriptor, 0);
    return syscall(SYS_ftruncate, descriptor, size);
}

int ftruncate(int descriptor, off_t size) {
    return ftruncate64(descriptor, size);
}
