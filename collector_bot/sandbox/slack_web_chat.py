"""The chat and reactions methods of the Web API, and what a response URL does."""

from typing import Any

from collector_bot.sandbox.slack_blocks import (
    BLOCK_TEXT_CHARACTERS,
    MARKDOWN_CHARACTERS,
    block_text_length,
    table_count,
)
from collector_bot.sandbox.slack_calls import Call, CallError, checked_blocks
from collector_bot.sandbox.slack_people import BOT_USER_ID
from collector_bot.sandbox.slack_workspace import (
    RESPONSE_URL_SECONDS,
    RESPONSE_URL_USES,
    Message,
    ResponseUrl,
    Workspace,
    describe_message,
)

POST_CHARACTERS = 40_000
UPDATE_CHARACTERS = 4_000

Answer = dict[str, Any]


def _content(call: Call, *, longest: int) -> dict[str, Any]:
    """The text, blocks and attachments of a call, found good."""
    text = call.text("text")
    markdown = call.text("markdown_text")
    blocks = call.blocks()
    attachments = _attachments(call.arguments.get("attachments"))
    if markdown and (text or blocks):
        raise CallError("markdown_text_conflict")
    _check_size(blocks, text or markdown, longest=longest)
    if len(markdown) > MARKDOWN_CHARACTERS:
        raise CallError("msg_too_long")
    if not (text or markdown or blocks or attachments):
        raise CallError("no_text")
    return {
        "text": text or markdown,
        "blocks": call.workspace.with_ids(blocks),
        "attachments": attachments,
    }


def _attachments(sent: Any) -> tuple[dict[str, Any], ...]:
    listed = sent or []
    is_list = isinstance(listed, list)
    if not is_list or not all(isinstance(one, dict) for one in listed):
        raise CallError("invalid_attachments")
    return tuple(listed)


def _check_size(blocks: list[dict[str, Any]], text: str, *, longest: int) -> None:
    if len(text) > longest:
        raise CallError("msg_too_long")
    if block_text_length(blocks) > BLOCK_TEXT_CHARACTERS:
        raise CallError("msg_blocks_too_long")
    if table_count(blocks) > 1:
        raise CallError("invalid_attachments", ["only_one_table_allowed"])


def _metadata(call: Call) -> dict[str, Any] | None:
    metadata = call.arguments.get("metadata")
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not {"event_type", "event_payload"} <= set(
        metadata
    ):
        raise CallError("invalid_metadata_format")
    return metadata


def _thread(call: Call, channel: str) -> str:
    thread_ts = call.text("thread_ts")
    if thread_ts and call.workspace.find(channel, thread_ts) is None:
        raise CallError("thread_not_found")
    return thread_ts


def post_message(call: Call) -> Answer:
    """chat.postMessage."""
    channel = call.channel()
    message = Message(
        channel=channel.id,
        ts=call.workspace.next_ts(),
        user=BOT_USER_ID,
        thread_ts=_thread(call, channel.id),
        metadata=_metadata(call),
        **_content(call, longest=POST_CHARACTERS),
    )
    call.workspace.add(message)
    described = describe_message(message)
    return {"channel": channel.id, "ts": message.ts, "message": described}


def post_ephemeral(call: Call) -> Answer:
    """chat.postEphemeral."""
    channel = call.channel()
    person = call.person()
    if person.id not in channel.members:
        raise CallError("user_not_in_channel")
    message = Message(
        channel=channel.id,
        ts=call.workspace.next_ts(),
        user=BOT_USER_ID,
        thread_ts=_thread(call, channel.id),
        seen_by=person.id,
        **_content(call, longest=POST_CHARACTERS),
    )
    call.workspace.add(message)
    return {"message_ts": message.ts}


def _own_message(call: Call, *, refusal: str) -> Message:
    channel = call.channel()
    message = call.workspace.find(channel.id, call.required("ts", "message_not_found"))
    if message is None:
        raise CallError("message_not_found")
    if message.user != BOT_USER_ID:
        raise CallError(refusal)
    return message


def update(call: Call) -> Answer:
    """chat.update: text alone takes the blocks away, blocks alone keep the text."""
    message = _own_message(call, refusal="cant_update_message")
    changes = _content(call, longest=UPDATE_CHARACTERS)
    if not call.given("attachments"):
        del changes["attachments"]
    if not call.given("text") and not call.given("markdown_text"):
        del changes["text"]
        if not call.given("blocks"):
            del changes["blocks"]
    if call.given("metadata"):
        changes["metadata"] = _metadata(call)
    changed = call.workspace.rewrite(message, edited=True, **changes)
    return {
        "channel": changed.channel,
        "ts": changed.ts,
        "text": changed.text,
        "message": describe_message(changed),
    }


def delete(call: Call) -> Answer:
    """chat.delete."""
    message = _own_message(call, refusal="cant_delete_message")
    call.workspace.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def get_permalink(call: Call) -> Answer:
    """chat.getPermalink."""
    channel = call.channel()
    ts = call.required("message_ts", "message_not_found")
    if call.workspace.find(channel.id, ts) is None:
        raise CallError("message_not_found")
    place = f"/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": call.base_url + place}


def _reacted(call: Call) -> tuple[Message, tuple[str, str]]:
    channel = call.channel()
    name = call.required("name", "invalid_name")
    found = call.workspace.find(channel.id, call.required("timestamp", "no_item"))
    if found is None:
        raise CallError("message_not_found")
    return found, (name.strip(":"), BOT_USER_ID)


def add_reaction(call: Call) -> Answer:
    """reactions.add."""
    message, reaction = _reacted(call)
    if reaction in message.reactions:
        raise CallError("already_reacted")
    call.workspace.rewrite(message, reactions=(*message.reactions, reaction))
    return {}


def remove_reaction(call: Call) -> Answer:
    """reactions.remove."""
    message, reaction = _reacted(call)
    if reaction not in message.reactions:
        raise CallError("no_reaction")
    kept = tuple(each for each in message.reactions if each != reaction)
    call.workspace.rewrite(message, reactions=kept)
    return {}


def respond(workspace: Workspace, ticket: str, sent: dict[str, Any]) -> None:
    """Carry out what an app posts to the response URL of an interaction.

    Raises:
        CallError: the URL is unknown, used up or too old, or the content is bad.
    """
    url = workspace.response_urls.get(ticket)
    if url is None:
        raise CallError("invalid_url")
    if url.uses >= RESPONSE_URL_USES:
        raise CallError("used_url")
    if workspace.now() - url.issued_at > RESPONSE_URL_SECONDS:
        raise CallError("expired_url")
    url.uses += 1
    show_response(workspace, url, sent)


def show_response(workspace: Workspace, url: ResponseUrl, sent: dict[str, Any]) -> None:
    """Show what an app answers to an interaction, by URL or with its acknowledgement.

    Raises:
        CallError: the content is bad.
    """
    original = workspace.find(url.channel, url.message_ts)
    original = original or workspace.find_whisper(url.message_ts)
    if sent.get("delete_original"):
        if original is not None:
            workspace.remove(original)
        return
    blocks = checked_blocks(sent.get("blocks"))
    text = str(sent.get("text") or "")
    _check_size(blocks, text, longest=POST_CHARACTERS)
    attachments = _attachments(sent.get("attachments"))
    if not (text or blocks or attachments):
        raise CallError("no_text")
    content: dict[str, Any] = {
        "text": text,
        "blocks": workspace.with_ids(blocks),
        "attachments": attachments,
    }
    if sent.get("replace_original") and original is not None:
        workspace.rewrite(original, edited=True, **content)
        return
    is_public = sent.get("response_type") == "in_channel"
    message = Message(
        channel=url.channel,
        ts=workspace.next_ts(),
        user=BOT_USER_ID,
        thread_ts=str(sent.get("thread_ts") or url.thread_ts),
        seen_by="" if is_public else url.user,
        **content,
    )
    workspace.add(message)
