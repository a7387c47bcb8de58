// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/listed_models.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

constexpr auto Models = "models"_L1; // model by other name

} // namespace

void rememberModels(Cursor &cursor, const QHash<QString, QString> &modelsByOtherName)
{
    auto models = cursor.words.value(Models).toObject();
    for (auto model = modelsByOtherName.cbegin(); model != modelsByOtherName.cend(); ++model)
        models.insert(model.key(), *model);
    cursor.words.insert(Models, models);
}

QHash<QString, QString> rememberedModels(const Cursor &cursor)
{
    const auto models = cursor.words.value(Models).toObject();
    QHash<QString, QString> byOtherName;
    for (auto model = models.constBegin(); model != models.constEnd(); ++model)
        byOtherName.insert(model.key(), model->toString());
    return byOtherName;
}

} // namespace tollkeeper::openrouter
