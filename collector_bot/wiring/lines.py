"""The settings of the mail and Slack rooms, from the configuration."""

from __future__ import annotations

from collector_bot.config import Config
from collector_bot.mail.imap_settings import MailboxSettings
from collector_bot.mail.smtp_line import SmtpSettings
from collector_bot.slack.app import SlackSettings


def mailbox_settings(config: Config) -> MailboxSettings:
    """Return which mailbox is read.

    Raises:
        ConfigError: there is no [mailbox].
    """
    box = config.mailbox
    if box is None:
        raise config.lacks("mailbox")
    return MailboxSettings(
        address=box.address,
        host=box.host,
        port=box.port,
        security=box.security,
        auth=box.auth,
        user=box.user or box.address,
        secret=box.secret.get_secret_value(),
        folder=box.folder,
        archive_folder=box.archive_folder,
        idle=box.idle,
        poll_seconds=box.poll_seconds,
        max_bytes=box.max_bytes,
        ca_file=box.ca_file,
    )


def smtp_settings(config: Config) -> SmtpSettings:
    """Return how letters leave.

    Raises:
        ConfigError: there is no [smtp].
    """
    smtp = config.smtp
    if smtp is None:
        raise config.lacks("smtp")
    return SmtpSettings(
        host=smtp.host,
        port=smtp.port,
        security=smtp.security,
        auth=smtp.auth,
        user=smtp.user,
        secret=smtp.secret.get_secret_value(),
        from_address=smtp.from_address,
        from_name=smtp.from_name,
        archive_address=smtp.archive_address,
        ca_file=smtp.ca_file,
    )


def slack_settings(config: Config) -> SlackSettings:
    """Return which workspace is spoken to, and how.

    Raises:
        ConfigError: there is no [slack].
    """
    slack = config.slack
    if slack is None:
        raise config.lacks("slack")
    return SlackSettings(
        mode=slack.mode,
        bot_token=slack.bot_token.get_secret_value(),
        app_token=slack.app_token.get_secret_value(),
        signing_secret=slack.signing_secret.get_secret_value(),
        channel=slack.channel,
        http_port=slack.http_port,
        api_url=slack.api_url,
    )
