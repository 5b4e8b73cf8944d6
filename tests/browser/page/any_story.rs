//! What can be told of the page of any story, whose scenes a test knows by their number alone.

use super::Page;
use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;

impl Page {
    /// Opens the page of another site cold, and waits until it is awake.
    pub async fn open_site(story: &Story, size: (u32, u32), site: &str) -> Done<Self> {
        story.resize(size).await?;
        let page = Self {
            story: story.clone(),
        };
        page.leave().await?;
        let folder = Host::Sound.folder();
        let address = format!("{}/{site}{folder}/", page.server().address());
        page.driver().goto(address).await?;
        page.wait_until_ready().await?;
        Ok(page)
    }

    /// Scrolls to where a scene begins, counted from 1, and waits until the page has noticed.
    pub async fn go_to_nth_scene(&self, n: usize) -> Done {
        for _ in 0..2 {
            self.run(&format!(
                "document.querySelectorAll('.scene')[{n} - 1].scrollIntoView({{ block: 'start', behavior: 'instant' }})"
            ))
            .await?;
            self.settle().await?;
        }
        self.wait_for_nth_scene(n).await
    }

    pub async fn wait_for_nth_scene(&self, n: usize) -> Done {
        let now = "1 + [...document.querySelectorAll('.scene')]\
                   .findIndex(s => s.querySelector('.beat[data-now]'))";
        self.wait_value("the scene being read", now, n).await
    }

    /// What makes the page wider than its view; empty if nothing does.
    pub async fn pushes_out(&self) -> Done<Vec<String>> {
        self.ask(
            "(beyond => beyond <= 0 ? [] : [`${beyond} px`, ...[...document.body.querySelectorAll('*')]\
             .filter(e => e.checkVisibility() && !e.closest('svg, .vh, dialog') && (e.getBoundingClientRect().right > innerWidth + 1 \
               || e.getBoundingClientRect().left < -1))\
             .map(e => e.tagName + '.' + e.className).slice(0, 6)])\
             (document.documentElement.scrollWidth - innerWidth)",
        )
        .await
    }

    /// What is wrong with the keys on the stage: they lie in the view, beside each other, and hold their
    /// names and badges.
    pub async fn troubles_with_keys(&self, actors: usize) -> Done<Vec<String>> {
        self.ask(&format!(
            "(keys => {{ \
               const box = e => e.getBoundingClientRect(), out = []; \
               const holds = (o, i) => i.left >= o.left - 1 && i.right <= o.right + 1 && i.top >= o.top - 1 && i.bottom <= o.bottom + 1; \
               const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1; \
               if (keys.length !== {actors}) out.push(keys.length + ' keys'); \
               keys.forEach((key, i) => {{ \
                 const say = 'key ' + (i + 1) + ': '; \
                 if (!holds(document.documentElement.getBoundingClientRect(), {{ ...box(key).toJSON(), top: 0, bottom: 0 }}) || box(key).bottom > innerHeight + 1) out.push(say + 'out of view'); \
                 if (box(key).height < 24 || innerWidth < 600 && box(key).height < 44) out.push(say + box(key).height + ' px high'); \
                 const name = key.querySelector('b'), badge = key.querySelector('.badge'); \
                 if (!holds(box(key), box(name))) out.push(say + 'its name sticks out'); \
                 if (!holds(box(key), box(badge))) out.push(say + 'its badge sticks out'); \
                 if (meets(box(badge), box(name))) out.push(say + 'its badge lies on its name'); \
                 if (box(name).width < 24) out.push(say + 'its name has ' + box(name).width + ' px'); \
                 keys.slice(i + 1).forEach((other, j) => {{ if (meets(box(key), box(other))) out.push(say + 'lies on key ' + (i + j + 2)); }}); \
               }}); \
               return out; \
             }})([...document.querySelectorAll('.stage .key')])"
        ))
        .await
    }

    /// What is wrong with the stage of a story without a map: a capital for each actor, a matter, lines,
    /// and names that lie on nothing.
    pub async fn troubles_with_stage(&self, actors: usize) -> Done<Vec<String>> {
        self.ask(&format!(
            "(stage => {{ \
               const all = s => [...stage.querySelectorAll(s)], box = e => e.getBoundingClientRect(), out = []; \
               const holds = (o, i) => i.left >= o.left - 1 && i.right <= o.right + 1 && i.top >= o.top - 1 && i.bottom <= o.bottom + 1; \
               const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1; \
               const capitals = all('.capital use'), names = all('.capital-name'), matters = all('.matter .outer'); \
               if (capitals.length !== {actors}) out.push(capitals.length + ' capitals'); \
               if (names.length !== {actors}) out.push(names.length + ' names of capitals'); \
               if (matters.length !== 1) out.push(matters.length + ' matters'); \
               if (!all('.sight .ray').length) out.push('no line of sight'); \
               for (const part of [...capitals, ...names, ...matters]) {{ \
                 if (!holds(box(stage), box(part))) out.push('beyond the stage: ' + (part.textContent || part.outerHTML)); \
               }} \
               const things = [...capitals, ...names, ...matters]; \
               things.forEach((a, i) => things.slice(i + 1).forEach(b => {{ \
                 if (meets(box(a), box(b))) out.push('one lies on the other: ' + [a, b].map(e => e.textContent || e.outerHTML).join(' and ')); \
               }})); \
               return out; \
             }})(document.querySelector('.stage .map'))"
        ))
        .await
    }
}
