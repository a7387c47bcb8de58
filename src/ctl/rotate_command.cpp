// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/key_choice.h"
#include "ctl/key_json.h"
#include "ctl/typed_secret.h"
#include "storage/rotation_repository.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! The open rotation of that key, which is its old one; or a new one.
Result<Rotation> rotationOf(const Call &call, const KeyRow &row)
{
    auto id = row.rotation ? Result<RotationId>(row.rotation->id)
                           : wait(call.engine.rotations().start(row.key.id));
    if (!id)
        return fail(id.error());
    return wait(call.engine.storage().read(
        [id = *id](Database &database) { return RotationRepository(database).byId(id); }));
}

//! Makes, stores and proves the new key, as far as it goes without the person.
Outcome goOn(Engine &engine, Rotation rotation)
{
    while (rotation.step == RotationStep::Save
        || (rotation.step == RotationStep::Create && !rotation.isPasted)) {
        if (auto done = wait(engine.rotations().proceed(rotation.id)); !done)
            return done;
        const auto now = wait(engine.storage().read(
            [id = rotation.id](Database &database) { return RotationRepository(database).byId(id); }));
        if (!now)
            return fail(now.error());
        rotation = *now;
    }
    return Done{};
}

//! What a person asked for; without a wish it goes as far as it can without them.
Outcome act(const Call &call, const Rotation &rotation)
{
    auto &rotations = call.engine.rotations();
    const auto &options = call.options;
    if (options.isSet(u"cancel"_s))
        return wait(rotations.cancel(rotation.id));
    if (options.isSet(u"key-stdin"_s)) {
        const auto secret = typedSecret();
        return secret ? wait(rotations.paste(rotation.id, *secret)) : fail(secret.error());
    }
    if (options.isSet(u"deployed"_s))
        return wait(rotations.confirmDeployed(rotation.id));
    if (options.isSet(u"undo"_s))
        return wait(rotations.undoDisable(rotation.id));
    if (options.isSet(u"disable"_s) || options.isSet(u"delete"_s))
        return wait(rotations.proceed(rotation.id));
    return goOn(call.engine, rotation);
}

QString nextText(const Rotation &rotation)
{
    switch (rotation.step) {
    case RotationStep::Create:
        return rotation.isPasted
            ? u"Make the new key on the gateway's own page and give it with --key-stdin."_s
            : u"Run it again to make the new key."_s;
    case RotationStep::Save:
        return u"Run it again to store and prove the new key."_s;
    case RotationStep::Deploy:
        return u"Put the new key in place of the old one everywhere, then run it with --deployed."_s;
    case RotationStep::Watch:
        return u"Poll until the old key costs nothing, then run it with --disable."_s;
    case RotationStep::Disable:
        return u"Run it with --disable to let the old key be refused; --undo takes that back."_s;
    case RotationStep::Delete:
        return u"Run it with --delete, %1 days after disabling at the earliest."_s.arg(DaysBeforeDelete);
    case RotationStep::Done:
        return u"The old key is gone."_s;
    case RotationStep::Cancelled:
        break;
    }
    return u"Both keys stay as they are."_s;
}

Exit rotate(const Call &call)
{
    const auto row = theKey(call);
    if (!row)
        return report(call.mode, row.error());
    auto rotation = rotationOf(call, *row);
    if (!rotation)
        return report(call.mode, rotation.error());
    const auto done = act(call, *rotation);
    rotation = wait(call.engine.storage().read(
        [id = rotation->id](Database &database) { return RotationRepository(database).byId(id); }));
    if (!done)
        return report(call.mode, done.error());
    if (!rotation)
        return report(call.mode, rotation.error());
    if (call.mode.json)
        printJson({{u"key"_s, row->key.name}, {u"rotation"_s, toJson(*rotation)}});
    printLine(call.mode,
        u"“%1”: next step %2. %3"_s.arg(row->key.name, toText(rotation->step), nextText(*rotation)));
    return Exit::Done;
}

} // namespace

QList<Command> rotateCommands()
{
    return {{u"key rotate"_s, u"Replace a key by a new one, step by step; run it again to go on."_s, u"KEY"_s,
        Needs::Writing,
        {{u"key-stdin"_s, u"The new key, made on the gateway's own page, from standard input."_s},
            {u"deployed"_s, u"The new key is in place everywhere."_s},
            {u"disable"_s, u"Let the old key be refused."_s}, {u"undo"_s, u"Enable the old key again."_s},
            {u"delete"_s, u"Delete the old key at the gateway."_s},
            {u"cancel"_s, u"End it; both keys stay as they are."_s}},
        rotate}};
}

} // namespace tollkeeper::ctl
