// The floor for reading: a plain loop over the bytes of JSON lines that finds model_a, model_b and
// winner at the first level, without checking the grammar, and adds up a hash of them.
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t sum, votes;

static uint64_t hash(const char *p, size_t n) {
    uint64_t h = 1469598103934665603u;
    for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)p[i]) * 1099511628211u;
    return h;
}

static int is_wanted(const char *p, size_t n) {
    return (n == 7 && (!memcmp(p, "model_a", 7) || !memcmp(p, "model_b", 7))) ||
           (n == 6 && !memcmp(p, "winner", 6));
}

static const char *line(const char *p) {
    int depth = 0, wanted = 0;
    for (;; p++) {
        switch (*p) {
        case '\n': votes++; return p + 1;
        case '{': case '[': depth++; break;
        case '}': case ']': depth--; break;
        case '"': {
            const char *start = ++p;
            while (*p != '"') p += 1 + (*p == '\\');
            if (wanted) {
                sum += hash(start, p - start);
                wanted = 0;
            } else if (depth == 1 && p[1] == ':') {
                wanted = is_wanted(start, p - start);
            }
        }
        }
    }
}

int main(int count, char **names) {
    size_t size = 1 << 20, kept = 0;
    char *bytes = malloc(size + 1);
    int file = open(names[count - 1], O_RDONLY);
    for (ssize_t got; (got = read(file, bytes + kept, size - kept)) > 0;) {
        char *end = bytes + kept + got, *last = end;
        while (last > bytes && last[-1] != '\n') last--;
        for (const char *p = bytes; p < last;) p = line(p);
        kept = end - last;
        memmove(bytes, last, kept);
    }
    printf("%llu %llu\n", (unsigned long long)votes, (unsigned long long)sum);
}
