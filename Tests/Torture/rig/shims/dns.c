// A name server for one program: DNS_SHIM names a file with lines "name address address…"; a name's
// lines are its answers one after another, the last for good. DNS_SHIM_LOG gets a line for each
// question and each connection. What goes to 93.184.216.34, the public network's stand-in, reaches
// this machine's port DNS_SHIM_PUBLIC instead; all
// else that is not loopback is refused: nothing leaves.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct { char name[64]; int count; } asked[64];

static void note(const char *text) {
    int file = open(getenv("DNS_SHIM_LOG"), O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (file < 0) return;
    if (write(file, text, strlen(text)) < 0) abort();
    close(file);
}

// How often a name was asked for before.
static int before(const char *name) {
    for (int i = 0; i < 64; i++) {
        if (!asked[i].name[0]) strncpy(asked[i].name, name, 63);
        if (!strcmp(asked[i].name, name)) return asked[i].count++;
    }
    return 0;
}

static int answer(const char *name, char *line, int size) {
    char start[80], read[512];
    int number = before(name), seen = 0, found = 0;
    snprintf(start, sizeof start, "%s ", name);
    FILE *file = fopen(getenv("DNS_SHIM"), "r");
    while (file && fgets(read, sizeof read, file))
        if (!strncmp(read, start, strlen(start)) && seen++ <= number) {
            snprintf(line, size, "%s", read + strlen(start));
            found = 1;
        }
    if (file) fclose(file);
    return found;
}

int getaddrinfo(const char *restrict name, const char *restrict service,
                const struct addrinfo *restrict hints, struct addrinfo **restrict result) {
    int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) =
        dlsym(RTLD_NEXT, "getaddrinfo");
    char line[512], text[640], *rest = line;
    size_t length = name ? strlen(name) : 0;
    if (length < 8 || strcmp(name + length - 8, ".example"))
        return real(name, service, hints, result);
    pthread_mutex_lock(&lock);
    int found = answer(name, line, sizeof line);
    snprintf(text, sizeof text, "ask %s %s", name, found ? line : "-\n");
    note(text);
    pthread_mutex_unlock(&lock);
    if (!found) return EAI_NONAME;
    struct addrinfo **next = result;
    *result = NULL;
    for (char *one; (one = strsep(&rest, " \n"));) {
        if (!*one || real(one, service, hints, next)) continue;
        while (*next) next = &(*next)->ai_next;
    }
    return *result ? 0 : EAI_NONAME;
}

int connect(int socket, const struct sockaddr *to, socklen_t size) {
    int (*real)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "connect");
    char address[64] = "", text[128];
    struct sockaddr_in moved;
    if (to->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)to)->sin_addr, address, sizeof address);
    else if (to->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)to)->sin6_addr, address, sizeof address);
    else
        return real(socket, to, size);
    snprintf(text, sizeof text, "connect %s\n", address);
    note(text);
    if (!strncmp(address, "127.", 4) || !strcmp(address, "::1")) return real(socket, to, size);
    if (strcmp(address, "93.184.216.34")) {
        errno = ECONNREFUSED;
        return -1;
    }
    memcpy(&moved, to, sizeof moved);
    moved.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    moved.sin_port = htons(atoi(getenv("DNS_SHIM_PUBLIC")));
    return real(socket, (struct sockaddr *)&moved, sizeof moved);
}
