// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>

namespace tollkeeper {

//! Whether a gateway has a control of keys, and who can turn it.
enum class ControlOffer : std::uint8_t {
    NotOffered, //!< this gateway has no such control
    AtGateway, //!< it has, but it is changed on the gateway's own page
    AtCreation, //!< set once, when the key is made
    Editable, //!< can be changed from here
};

//! What of an account's keys can be seen, set and changed from here. Pages ask this, never a gateway's name.
struct KeyControls {
    ControlOffer name = ControlOffer::NotOffered;
    ControlOffer cap = ControlOffer::NotOffered;
    ControlOffer countsByok = ControlOffer::NotOffered;
    ControlOffer enabled = ControlOffer::NotOffered;
    ControlOffer models = ControlOffer::NotOffered;
    ControlOffer addresses = ControlOffer::NotOffered;
    ControlOffer expiry = ControlOffer::NotOffered;
    ControlOffer windows = ControlOffer::NotOffered; //!< sliding spend windows, see windowNames
    bool createsKeys = false;
    bool deletesKeys = false;
    QStringList resets = {}; //!< periods a cap can have: "daily", "weekly", "monthly". Without one: for good
    QStringList windowNames = {}; //!< as in LimitFacts::name: "5h", "1d", "7d"
    friend bool operator==(const KeyControls &, const KeyControls &) = default;
};

} // namespace tollkeeper
