// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>

//! Notes every text that the program asks translators for and that none could translate, because Qt's tools
//! did not find it under that heading. Translates nothing. Install it in the application.
class TextWatch : public QTranslator {
public:
    //! `file`: what tests/arch/texts.py wrote.
    explicit TextWatch(const QString &file)
    {
        QFile device(file);
        if (!device.open(QIODevice::ReadOnly))
            return;
        QXmlStreamReader xml(&device);
        QString heading;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                heading = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                m_known.insert({heading, xml.readElementText()});
        }
    }

    [[nodiscard]] bool knowsTexts() const { return !m_known.isEmpty(); }
    [[nodiscard]] bool isEmpty() const override { return false; } // else nobody asks
    [[nodiscard]] int asked() const { return m_asked; }
    //! Sorted; "heading: text".
    [[nodiscard]] QStringList unknown() const
    {
        QStringList lines(m_unknown.cbegin(), m_unknown.cend());
        lines.sort();
        return lines;
    }

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const auto heading = QString::fromUtf8(context);
        const auto text = QString::fromUtf8(source);
        if (heading.startsWith(u'Q') || text.isEmpty()) // Qt's own
            return {};
        ++m_asked;
        if (!m_known.contains({heading, text}))
            m_unknown.insert(heading + QLatin1String(": ") + text);
        return {};
    }

private:
    QSet<std::pair<QString, QString>> m_known;
    mutable QSet<QString> m_unknown;
    mutable int m_asked = 0;
};
