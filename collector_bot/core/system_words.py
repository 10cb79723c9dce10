"""Why the system refused a file or a connection, in both languages of the house."""

from __future__ import annotations

import errno

from collector_bot.core.wording import Both

_REASONS: dict[int, Both] = {
    errno.ENOENT: ("there is no such file", "ce fichier n’existe pas"),
    errno.EISDIR: ("it is a folder, not a file", "c’est un dossier, pas un fichier"),
    errno.ENOTDIR: (
        "a part of its path is no folder",
        "une partie du chemin n’est pas un dossier",
    ),
    errno.EACCES: ("access is refused to you", "l’accès vous est refusé"),
    errno.EPERM: ("that is not permitted", "ce n’est pas permis"),
    errno.EROFS: ("the disk is read-only", "le disque est en lecture seule"),
    errno.ENOSPC: ("the disk is full", "le disque est plein"),
    errno.EIO: ("the disk fails", "le disque est en défaut"),
    errno.EMFILE: ("too many files are open", "trop de fichiers sont ouverts"),
    errno.ENAMETOOLONG: ("its name is too long", "le nom est trop long"),
    errno.ELOOP: ("its links go in a circle", "les liens tournent en rond"),
    errno.EADDRINUSE: ("the port is taken", "le port est déjà pris"),
    errno.EADDRNOTAVAIL: (
        "this machine has no such address",
        "cette machine n’a pas cette adresse",
    ),
    errno.ECONNREFUSED: ("the connection is refused", "la connexion est refusée"),
    errno.ECONNRESET: ("the connection was cut", "la connexion a été coupée"),
    errno.EPIPE: ("the connection was cut", "la connexion a été coupée"),
    errno.EHOSTUNREACH: ("the machine is out of reach", "la machine est injoignable"),
    errno.ENETUNREACH: ("the network is out of reach", "le réseau est injoignable"),
    errno.ETIMEDOUT: ("no answer came in time", "aucune réponse dans le délai"),
}


def system_words(problem: OSError) -> Both:
    """Return why, without a capital and a full stop.

    What is not in our list is said in the system's own words, in both languages.

    Example:
        >>> system_words(FileNotFoundError(errno.ENOENT, "No such file"))[0]
        'there is no such file'
        >>> system_words(OSError("stopped."))
        ('stopped', 'stopped')
    """
    if isinstance(problem, TimeoutError):
        return _REASONS[errno.ETIMEDOUT]
    if problem.errno in _REASONS:
        return _REASONS[problem.errno]
    words = " ".join((problem.strerror or str(problem)).split()).rstrip(".")
    return (words, words) if words else (type(problem).__name__,) * 2
