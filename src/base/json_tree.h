// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace tollkeeper {

struct JsonMember;

//! A JSON value that keeps the order of its members and the digits of its numbers: QJsonObject keeps neither.
//! For bodies that people write and read. A value like any other; reads are safe on any thread.
class JsonTree {
public:
    //! An object or a list; nullopt where these bytes are neither. Total.
    [[nodiscard]] static std::optional<JsonTree> parsed(QByteArrayView bytes);
    [[nodiscard]] static JsonTree object();
    [[nodiscard]] static JsonTree list();
    [[nodiscard]] static JsonTree text(QStringView text);
    [[nodiscard]] static JsonTree count(qint64 count);
    //! REQUIRES: finite.
    [[nodiscard]] static JsonTree number(double number);
    [[nodiscard]] static JsonTree flag(bool flag);

    //! Replaces the member of that name where it stands, or adds it behind the others; it is there once then.
    //! REQUIRES: an object.
    JsonTree &set(const QString &name, JsonTree value);
    //! REQUIRES: an object.
    void remove(QStringView name);
    //! REQUIRES: a list.
    JsonTree &append(JsonTree value);

    [[nodiscard]] bool isObject() const { return m_kind == Kind::Object; }
    [[nodiscard]] bool isList() const { return m_kind == Kind::List; }
    [[nodiscard]] bool isText() const { return m_scalar.startsWith('"'); }
    [[nodiscard]] bool isFlag() const { return m_scalar == "true" || m_scalar == "false"; }
    [[nodiscard]] bool isNull() const { return m_scalar == "null"; }
    [[nodiscard]] bool isNumber() const { return isScalar() && !isText() && !isFlag() && !isNull(); }

    [[nodiscard]] QString toText() const; //!< empty unless isText()
    [[nodiscard]] double toNumber() const; //!< 0 unless isNumber()
    [[nodiscard]] std::optional<qint64> toCount() const; //!< nullopt unless it is a whole number that fits
    [[nodiscard]] bool toFlag() const { return m_scalar == "true"; }
    //! Its own digits. REQUIRES: isNumber().
    [[nodiscard]] const QByteArray &digits() const { return m_scalar; }

    [[nodiscard]] const std::vector<JsonMember> &members() const { return m_members; }
    [[nodiscard]] const std::vector<JsonTree> &items() const { return m_items; }
    //! The last one of that name, as every parser takes it; null: none, or no object.
    [[nodiscard]] const JsonTree *member(QStringView name) const;

    [[nodiscard]] QByteArray compact() const;
    [[nodiscard]] QByteArray indented() const; //!< two blanks a level, without a line end behind it

    //! Whether both say the same, whatever the order of members and the way numbers and texts are written.
    [[nodiscard]] bool saysTheSame(const JsonTree &other) const;

private:
    enum class Kind : std::uint8_t { Scalar, List, Object };
    friend class JsonTreeReader;

    JsonTree(Kind kind, QByteArray scalar);
    [[nodiscard]] bool isScalar() const { return m_kind == Kind::Scalar; }
    void write(QByteArray &out, int level) const;
    [[nodiscard]] bool hasSameMembers(const JsonTree &other) const;

    Kind m_kind = Kind::Object;
    QByteArray m_scalar; //!< as it is written
    std::vector<JsonMember> m_members;
    std::vector<JsonTree> m_items;
};

struct JsonMember {
    QString name;
    JsonTree value;
};

} // namespace tollkeeper
