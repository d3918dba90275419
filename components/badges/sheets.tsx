'use client'

import { useMemo } from 'react'
import { classes } from '@/components/ui/control'
import { swatchStyle } from '@/components/ui/swatch'
import { sheetsOf } from '@/lib/registrations/badges/rules'

/** A badge in words. */
export type BadgeLine = {
  id: string
  familyName: string
  givenName: string
  nativeName: string
  nation: string
  role: string
  team: { name: string; letter: string; colour: string } | null
  code: string
  qr: { size: number; path: string }
}

type Props = {
  /** `BadgeLine[]` as JSON, for the reason that `PersonRows` names */
  badges: string
  exercise: string
  /** to cut along */
  marks: boolean
  qrLabel: string
  label: string
}

/** Sheets of A4 with eight badges each, as they come out of the printer. */
export function BadgeSheets({ badges: text, exercise, marks, qrLabel, label }: Props) {
  const sheets = useMemo(() => sheetsOf<BadgeLine>(JSON.parse(text)), [text])
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a fieldset, and as a section it would be a landmark
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      {sheets.map(sheet => (
        <div key={sheet[0]?.id} className="badge-sheet">
          {sheet.map(badge => (
            <Badge key={badge.id} {...{ badge, exercise, marks, qrLabel }} />
          ))}
        </div>
      ))}
    </div>
  )
}

type BadgeProps = { badge: BadgeLine; exercise: string; marks: boolean; qrLabel: string }

function Badge({ badge, exercise, marks, qrLabel }: BadgeProps) {
  const { familyName, givenName, nativeName, nation, role, team, code, qr } = badge
  return (
    <article
      className={classes(
        'badge grid grid-cols-[11mm_1fr] overflow-hidden bg-sheet text-ink [color-scheme:light]',
        marks && 'outline-1 outline-edge outline-dashed',
      )}
    >
      <span
        style={swatchStyle(team?.colour ?? 'white')}
        className="true-colour grid place-items-center border-edge border-r font-mono font-semibold text-title"
      >
        {team?.letter}
      </span>
      <div className="grid min-w-0 grid-rows-[auto_1fr_auto] gap-1 p-[4mm]">
        <p className="truncate text-note">{exercise}</p>
        <div className="min-w-0 self-center">
          <p className="wrap-anywhere line-clamp-2 font-semibold text-display leading-tight">{familyName}</p>
          <p className="wrap-anywhere line-clamp-1 text-title leading-tight">{givenName}</p>
          {nativeName ? (
            <p className="line-clamp-1 text-lead">
              <bdi>{nativeName}</bdi>
            </p>
          ) : null}
        </div>
        <div className="flex items-end justify-between gap-2">
          <div className="min-w-0">
            <p className="line-clamp-1 font-semibold">{nation}</p>
            <p className="line-clamp-2 text-note leading-tight">{role}</p>
            {team ? <p className="line-clamp-1 font-semibold text-note">{team.name}</p> : null}
          </div>
          <div className="grid shrink-0 justify-items-center gap-0.5">
            <svg
              role="img"
              aria-label={qrLabel}
              viewBox={`0 0 ${qr.size} ${qr.size}`}
              shapeRendering="crispEdges"
              className="true-colour size-[20mm]"
            >
              <path d={qr.path} fill="currentColor" />
            </svg>
            <span className="font-mono text-small">{code}</span>
          </div>
        </div>
      </div>
    </article>
  )
}
