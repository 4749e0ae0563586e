/* Faults between a program and its disk, one at a chosen moment. Built and preloaded by tools/faults/shim.py.
 *
 * A moment is a call that changes a file under FAULT_DIR, or that waits for the disk: write, truncate, fsync, rename, unlink. They
 * are numbered from 1. At moment FAULT_AT the fault FAULT_HOW happens:
 *   kill   the process is killed before the call
 *   half   the process is killed after half of the bytes were written, or after the call where it writes none
 *   full   this call and all that need room after it fail with ENOSPC
 *   eio    this call fails with EIO
 *   power  the process is killed, and of all that was written and not waited for, a part chosen by FAULT_SEED is undone
 * FAULT_LOG names a file that each moment is listed in.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct undo { ino_t ino; char path[512]; off_t at, size; size_t length; char *bytes; struct undo *before; };

static struct undo *undone;
static long moments;
static int full;

static const char *setting(const char *name) { const char *value = getenv(name); return value ? value : ""; }

static int ours(const char *path) {
    const char *folder = setting("FAULT_DIR");
    return *folder && strncmp(path, folder, strlen(folder)) == 0 && !strstr(path, "-shm") && !strstr(path, "-lock");
}

static int path_of(int fd, char *path, size_t room) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlink, link, path, room - 1);
    path[length < 0 ? 0 : length] = 0;
    return length > 0 && ours(path);
}

static void die(void) { syscall(SYS_kill, syscall(SYS_getpid), SIGKILL); for (;;) pause(); }

static void power_cut(void) {
    unsigned seed = (unsigned)atoi(setting("FAULT_SEED")) + 1;
    for (struct undo *one = undone; one; one = one->before) {
        if (rand_r(&seed) % 3 == 0) continue;
        int fd = (int)syscall(SYS_openat, AT_FDCWD, one->path, O_RDWR, 0);
        struct stat now;
        if (fd < 0) continue;
        if (fstat(fd, &now) == 0 && now.st_ino == one->ino) {
            size_t keep = rand_r(&seed) % 2 ? rand_r(&seed) % (one->length / 512 + 1) * 512 : 0;
            if (one->bytes && keep < one->length)
                syscall(SYS_pwrite64, fd, one->bytes + keep, one->length - keep, one->at + (off_t)keep);
            if (keep == 0) syscall(SYS_ftruncate, fd, one->size);
        }
        syscall(SYS_close, fd);
    }
    die();
}

/* Whether the call is to fail (1, errno set), to be done by half (2), or to be done (0). */
static int moment(const char *what, const char *path) {
    long now = ++moments;
    const char *log = setting("FAULT_LOG"), *how = setting("FAULT_HOW");
    if (*log) {
        char line[700];
        int length = snprintf(line, sizeof line, "%ld %s %s\n", now, what, strrchr(path, '/') + 1);
        int fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0644);
        syscall(SYS_write, fd, line, (size_t)length);
        syscall(SYS_close, fd);
    }
    if (full && (!strcmp(what, "write") || !strcmp(what, "truncate"))) { errno = ENOSPC; return 1; }
    if (now != atol(setting("FAULT_AT"))) return 0;
    if (!strcmp(how, "kill")) die();
    if (!strcmp(how, "power")) power_cut();
    if (!strcmp(how, "half")) return 2;
    if (!strcmp(how, "full")) { full = 1; errno = ENOSPC; return !strcmp(what, "write") || !strcmp(what, "truncate"); }
    if (!strcmp(how, "eio")) { errno = EIO; return 1; }
    return 0;
}

/* Keep what a write or a truncation is about to change, until somebody waits for the disk. */
static void remember(int fd, const char *path, off_t at, size_t length) {
    struct stat now;
    if (strcmp(setting("FAULT_HOW"), "power") || fstat(fd, &now)) return;
    struct undo *one = calloc(1, sizeof *one);
    one->ino = now.st_ino; one->at = at; one->size = now.st_size;
    snprintf(one->path, sizeof one->path, "%s", path);
    if (at < now.st_size) {
        off_t there = now.st_size - at;
        one->length = (size_t)there < length ? (size_t)there : length;
        one->bytes = malloc(one->length);
        int again = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY, 0);
        syscall(SYS_pread64, again, one->bytes, one->length, at);
        syscall(SYS_close, again);
    }
    one->before = undone; undone = one;
}

static void forget(ino_t ino) {
    for (struct undo **place = &undone; *place;) {
        struct undo *one = *place;
        if (one->ino == ino) { *place = one->before; free(one->bytes); free(one); } else place = &one->before;
    }
}

#define REAL(name, type, ...) static type (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

static ssize_t written(int fd, const void *bytes, size_t length, off_t at, int placed, const char *path) {
    int how = moment("write", path);
    if (how == 1) return -1;
    off_t where = placed ? at : lseek(fd, 0, SEEK_CUR);
    remember(fd, path, where, length);
    if (how == 2) {
        if (placed) syscall(SYS_pwrite64, fd, bytes, length / 2, at);
        else syscall(SYS_write, fd, bytes, length / 2);
        die();
    }
    return placed ? syscall(SYS_pwrite64, fd, bytes, length, at) : syscall(SYS_write, fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
    char path[512];
    if (path_of(fd, path, sizeof path)) return written(fd, bytes, length, at, 1, path);
    return syscall(SYS_pwrite64, fd, bytes, length, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length) {
    char path[512];
    if (path_of(fd, path, sizeof path)) return written(fd, bytes, length, 0, 0, path);
    return syscall(SYS_write, fd, bytes, length);
}

int ftruncate64(int fd, off_t size) {
    char path[512];
    if (path_of(fd, path, sizeof path)) {
        int how = moment("truncate", path);
        if (how == 1) return -1;
        remember(fd, path, size, (size_t)1 << 30);
        int done = (int)syscall(SYS_ftruncate, fd, size);
        if (how == 2) die();
        return done;
    }
    return (int)syscall(SYS_ftruncate, fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int waited(int fd, long call) {
    char path[512];
    if (!path_of(fd, path, sizeof path)) return (int)syscall(call, fd);
    int how = moment("fsync", path);
    if (how == 1) return -1;
    struct stat now;
    int done = (int)syscall(call, fd);
    if (done == 0 && fstat(fd, &now) == 0) forget(now.st_ino);
    if (how == 2) die();
    return done;
}
int fsync(int fd) { return waited(fd, SYS_fsync); }
int fdatasync(int fd) { return waited(fd, SYS_fdatasync); }

int unlink(const char *path) {
    REAL("unlink", int, const char *);
    if (!ours(path)) return real(path);
    int how = moment("unlink", path);
    if (how == 1) return -1;
    struct stat now;
    if (stat(path, &now) == 0) forget(now.st_ino);
    int done = real(path);
    if (how == 2) die();
    return done;
}

int rename(const char *from, const char *to) {
    REAL("rename", int, const char *, const char *);
    if (!ours(to)) return real(from, to);
    int how = moment("rename", to);
    if (how == 1) return -1;
    int done = real(from, to);
    if (how == 2) die();
    return done;
}
