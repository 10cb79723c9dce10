"""How each part that `check` tries is mended, and what a missing section is for."""

from __future__ import annotations

from collections.abc import Mapping

from collector_bot.core.wording import Both

# What the sections a configuration may lack are for, and where their values are from.
SECTIONS: Mapping[str, Both] = {
    "mailbox": (
        "It is the mailbox customers answer to; its password goes into "
        "COLLECTOR_IMAP_SECRET.",
        "C’est la boîte où répondent les clients ; son mot de passe va dans "
        "COLLECTOR_IMAP_SECRET.",
    ),
    "smtp": (
        "It is how letters leave; its password goes into COLLECTOR_SMTP_SECRET.",
        "C’est par là que partent les lettres ; son mot de passe va dans "
        "COLLECTOR_SMTP_SECRET.",
    ),
    "slack": (
        "It is the workspace; create the app from “collector-bot manifest”, then put "
        "its tokens into COLLECTOR_SLACK_BOT_TOKEN and COLLECTOR_SLACK_APP_TOKEN.",
        "C’est l’espace de travail ; créez l’application avec « collector-bot "
        "manifest », puis mettez ses jetons dans COLLECTOR_SLACK_BOT_TOKEN et "
        "COLLECTOR_SLACK_APP_TOKEN.",
    ),
}
MENDS: Mapping[str, Both] = {
    "config": (
        "Correct the file named; config.example.toml explains every key.",
        "Corrigez le fichier nommé ; config.example.toml explique chaque clé.",
    ),
    "secrets": (
        "Set each variable where the service reads its environment (systemd: "
        '/etc/collector/secrets.env), or name a file: "${file:/path}".',
        "Définissez chaque variable là où le service lit son environnement (systemd : "
        '/etc/collector/secrets.env), ou nommez un fichier : "${file:/chemin}".',
    ),
    "templates": (
        "Mend the template at the line named.",
        "Corrigez le modèle à la ligne indiquée.",
    ),
    "schema": ("Run “collector-bot upgrade”.", "Lancez « collector-bot upgrade »."),
    "database": (
        "Check database.url and that the database runs; if rows were altered, restore "
        "a backup.",
        "Vérifiez database.url et que la base fonctionne ; si des lignes sont "
        "altérées, restaurez une sauvegarde.",
    ),
    "desk": (
        "Correct the key named; config.example.toml explains it.",
        "Corrigez la clé nommée ; config.example.toml l’explique.",
    ),
    "mailbox": (
        "Check [mailbox] host, port, security, folder and archive_folder, and that "
        "this machine may reach that port.",
        "Vérifiez host, port, security, folder et archive_folder de [mailbox], et que "
        "cette machine peut joindre ce port.",
    ),
    "mailbox sign-in": (
        "Check mailbox.user, mailbox.auth and the secret mailbox.secret names; some "
        "providers want an app password.",
        "Vérifiez mailbox.user, mailbox.auth et le secret que nomme mailbox.secret ; "
        "certains fournisseurs veulent un mot de passe d’application.",
    ),
    "smtp": (
        "Check [smtp] host, port and security, and that this machine may reach that "
        "port.",
        "Vérifiez host, port et security de [smtp], et que cette machine peut joindre "
        "ce port.",
    ),
    "smtp sign-in": (
        "Check smtp.user, smtp.auth and the secret smtp.secret names; the mailbox must "
        "be allowed to send by SMTP.",
        "Vérifiez smtp.user, smtp.auth et le secret que nomme smtp.secret ; l’envoi "
        "par SMTP doit être permis à la boîte.",
    ),
    "smtp addresses": (
        "Check smtp.from_address, which this server must let you send from, and "
        "smtp.archive_address.",
        "Vérifiez smtp.from_address, d’où ce serveur doit vous laisser écrire, et "
        "smtp.archive_address.",
    ),
    "slack": (
        "Check [slack] against the app’s page on api.slack.com/apps.",
        "Comparez [slack] avec la page de l’application sur api.slack.com/apps.",
    ),
    "slack network": (
        "Check that this machine may reach slack.com over HTTPS (port 443) and "
        "slack.api_url.",
        "Vérifiez que cette machine peut joindre slack.com en HTTPS (port 443), et "
        "slack.api_url.",
    ),
}
