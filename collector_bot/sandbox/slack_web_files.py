"""Uploading files in three steps, as files_upload_v2 does, and reading them back."""

from typing import Any

from aiohttp import web

from collector_bot.sandbox.slack_calls import Call, CallError
from collector_bot.sandbox.slack_people import BOT_USER_ID
from collector_bot.sandbox.slack_workspace import Message, UploadedFile, Workspace

FILE_BYTES = 50 * 1024 * 1024

Answer = dict[str, Any]


def get_upload_url(call: Call) -> Answer:
    """files.getUploadURLExternal."""
    length = call.whole("length", otherwise=0, most=FILE_BYTES + 1)
    if length > FILE_BYTES:
        raise CallError("file_upload_size_restricted")
    file_id = call.workspace.next_id("F")
    name = call.required("filename")
    call.workspace.files[file_id] = UploadedFile(file_id, name, length, title=name)
    upload_url = f"{call.base_url}/files/upload/{file_id}"
    return {"upload_url": upload_url, "file_id": file_id}


async def take_upload(workspace: Workspace, request: web.Request) -> web.Response:
    """Keep the bytes sent to an upload URL, raw or as a form's file."""
    file = workspace.files.get(request.match_info["file_id"])
    if file is None or file.content is not None:
        return web.Response(status=404, text="file_not_found")
    if request.content_type == "multipart/form-data":
        parts = [part for part in (await request.post()).values() if part]
        first = parts[0] if parts else b""
        if isinstance(first, web.FileField):
            content = first.file.read()
        else:
            content = first.encode() if isinstance(first, str) else bytes(first)
    else:
        content = await request.content.read()
    if len(content) != file.length:
        return web.Response(status=400, text="length_mismatch")
    file.content = content
    return web.Response(text=f"OK - {len(content)}")


def complete_upload(call: Call) -> Answer:
    """files.completeUploadExternal: share what was uploaded in a conversation."""
    listed = call.arguments.get("files")
    if not isinstance(listed, list) or not listed:
        raise CallError("invalid_arguments", ["missing required field: files"])
    files = [_uploaded(call.workspace, entry) for entry in listed]
    if call.given("channel_id") or call.given("channels"):
        name = "channel_id" if call.given("channel_id") else "channels"
        channel = call.channel(name)
        for file in files:
            file.shared_in = (*file.shared_in, channel.id)
        message = Message(
            channel=channel.id,
            ts=call.workspace.next_ts(),
            user=BOT_USER_ID,
            text=call.text("initial_comment"),
            thread_ts=call.text("thread_ts"),
            files=tuple(describe_file(file, call.base_url) for file in files),
        )
        call.workspace.add(message)
    return {"files": [describe_file(file, call.base_url) for file in files]}


def _uploaded(workspace: Workspace, entry: Any) -> UploadedFile:
    file_id = entry.get("id") if isinstance(entry, dict) else None
    file = workspace.files.get(str(file_id))
    if file is None or file.content is None:
        raise CallError("file_not_found")
    file.title = str(entry.get("title") or file.name)
    return file


def files_info(call: Call) -> Answer:
    """files.info."""
    file = call.workspace.files.get(call.required("file", "file_not_found"))
    if file is None:
        raise CallError("file_not_found")
    return {"file": describe_file(file, call.base_url)}


def describe_file(file: UploadedFile, base_url: str) -> dict[str, Any]:
    """The file object of the Web API."""
    where = f"{base_url}/files/{file.id}"
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "size": file.length,
        "user": BOT_USER_ID,
        "channels": [c for c in file.shared_in if c.startswith("C")],
        "ims": [c for c in file.shared_in if c.startswith("D")],
        "url_private": where,
        "url_private_download": where,
        "permalink": where,
    }


async def give_file(workspace: Workspace, request: web.Request) -> web.Response:
    """Give back the bytes of a shared file, always as a download."""
    file = workspace.files.get(request.match_info["file_id"])
    if file is None or file.content is None or not file.shared_in:
        return web.Response(status=404, text="file_not_found")
    safe = "".join(c if c.isalnum() or c in "-._ " else "_" for c in file.name)
    headers = {
        "Content-Disposition": f'attachment; filename="{safe}"',
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(
        body=file.content, headers=headers, content_type="application/octet-stream"
    )
