"""What people do in modals and home tabs: press, fill in, hand in, close."""

from dataclasses import replace

from collector_bot.sandbox import slack_payloads as payloads
from collector_bot.sandbox.slack_acting import TROUBLE, Acting, entered, find_element
from collector_bot.sandbox.slack_blocks import Surface
from collector_bot.sandbox.slack_calls import CallError
from collector_bot.sandbox.slack_delivery import EnvelopeType, Outcome
from collector_bot.sandbox.slack_fields import Values, empty_required, type_in
from collector_bot.sandbox.slack_views import STACK_DEPTH, View
from collector_bot.sandbox.slack_web_views import checked_view


class Forms(Acting):
    """The hands of people in front of a modal or a home tab."""

    async def press_view(
        self,
        user: str,
        view_id: str,
        action_id: str,
        *,
        value: object = None,
        values: Values | None = None,
    ) -> Outcome:
        """Press a button, or choose in a select, of a modal or home tab.

        Raises:
            LookupError: the person sees no such view or element.
        """
        view = self._seen_view(user, view_id)
        block, element = find_element(view.blocks, action_id, value)
        filled = entered(block, element, value) | dict(values or {})
        payload = payloads.view_action(
            user=user,
            view=view,
            action=self._action(block, element, value),
            state=type_in(view.blocks, filled),
        )
        trigger = self.workspace.issue_trigger(user, view_id=view.id)
        return await self._interact(payload, trigger)

    async def submit_view(
        self, user: str, view_id: str, values: Values | None = None
    ) -> Outcome:
        """Fill in a modal and hand it in.

        Args:
            user: who does it.
            view_id: the modal.
            values: what is entered, by block id or action id: a string, the value
                of an option, a list of those, or None to empty the field.

        Returns:
            The outcome; its `errors` are those shown below the fields, the app's
            or Slack's own, and the modal is still open then.

        Raises:
            LookupError: the person sees no such modal or field.
        """
        view = self._seen_view(user, view_id)
        state = type_in(view.blocks, values or {})
        missing = empty_required(view.blocks, state)
        if missing:
            self.views.show_errors(view, missing)
            return Outcome(errors=missing)
        payload = payloads.view_submission(user=user, view=view, state=state)
        trigger = self.workspace.issue_trigger(user, view_id=view.id)
        outcome = await self._interact(payload, trigger)
        if outcome.timed_out:
            return outcome
        try:
            return self._after_submission(view, outcome)
        except CallError:
            return replace(outcome, notice=TROUBLE)

    def _after_submission(self, submitted: View, outcome: Outcome) -> Outcome:
        view = self.views.find(submitted.id) or submitted
        answer = dict(outcome.payload or {})
        match answer.get("response_action"):
            case "errors":
                errors = {
                    str(k): str(v) for k, v in dict(answer.get("errors") or {}).items()
                }
                known = {block["block_id"] for block in view.blocks}
                if not errors or not set(errors) <= known:
                    return replace(outcome, errors=errors, notice=TROUBLE)
                self.views.show_errors(view, errors)
                return replace(outcome, errors=errors)
            case "update":
                body = checked_view(answer.get("view"), surface=Surface.MODAL)
                self.views.update(view, body)
            case "push":
                body = checked_view(answer.get("view"), surface=Surface.MODAL)
                if len(self.views.stack(view.user)) >= STACK_DEPTH:
                    raise CallError("push_limit_reached")
                self.views.push(view.user, body)
            case "clear":
                self.views.clear(view.user)
            case _:
                self.views.close(view)
        return outcome

    async def close_view(
        self, user: str, view_id: str, *, clear: bool = False
    ) -> Outcome:
        """Close a modal, or all of them; the app hears of it only if it asked to.

        Raises:
            LookupError: the person sees no such modal.
        """
        view = self._seen_view(user, view_id)
        if clear:
            self.views.clear(user)
        else:
            self.views.close(view)
        if not view.body.get("notify_on_close"):
            return Outcome()
        payload = payloads.view_closed(user=user, view=view, is_cleared=clear)
        return await self.delivery.send(EnvelopeType.INTERACTIVE, payload)

    async def suggest(
        self, user: str, view_id: str, action_id: str, *, typed: str
    ) -> Outcome:
        """Type in a select of a modal whose options come from the app.

        Raises:
            LookupError: the person sees no such view or element.
        """
        view = self._seen_view(user, view_id)
        block, _ = find_element(view.blocks, action_id, None)
        payload = payloads.suggestion_request(
            user=user,
            view=view,
            block_id=block["block_id"],
            action_id=action_id,
            typed=typed,
        )
        return await self._interact(payload, "")
