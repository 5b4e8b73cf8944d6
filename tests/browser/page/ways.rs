//! The ways in and out: masthead, menu, search, share, notice, and how the story is laid out.

use serde_json::json;
use thirtyfour::Key;

use super::Page;
use crate::runner::Done;

const MENU: &str = ".masthead .menu";
const SUMMARY: &str = ".masthead .menu > summary";
const SEARCH: &str = "dialog.search";
const SHARE: &str = "dialog.share";

/// What opens a dialog stands before it.
fn button_of(dialog: &str) -> String {
    format!("button:has(+ {dialog})")
}

fn link_to(scene: &str) -> String {
    format!("{MENU} a[href='#scene-{scene}']")
}

impl Page {
    // ------------------------------------------------------------ the menu

    /// Whether the masthead lies at the top of the view, with nothing over it.
    pub async fn is_masthead_at_hand(&self) -> Done<bool> {
        self.ask(&format!(
            "(s => {{ const r = s.getBoundingClientRect(); \
               return r.top >= 0 && r.bottom < 64 && s.contains(document.elementFromPoint(r.left + 4, r.top + r.height / 2)); \
             }})(document.querySelector('{SUMMARY}'))"
        ))
        .await
    }

    pub async fn open_menu(&self) -> Done {
        self.click(SUMMARY).await?;
        self.wait_menu(true).await
    }

    pub async fn wait_menu(&self, is_open: bool) -> Done {
        let open = format!("document.querySelector('{MENU}').open");
        self.wait_value("whether the menu is open", &open, is_open)
            .await
    }

    /// The scenes that the menu offers, by their ids, and whether each has a date and a title.
    pub async fn scenes_in_menu(&self) -> Done<Vec<(String, bool)>> {
        self.ask(&format!(
            "[...document.querySelectorAll(\"{MENU} a[href^='#scene-']\")]\
             .map(a => [a.hash.slice(7), [...a.children].every(c => c.textContent.trim() !== '')])"
        ))
        .await
    }

    pub async fn follow_in_menu(&self, scene: &str) -> Done {
        self.click(&link_to(scene)).await
    }

    pub async fn follow_in_menu_by_keyboard(&self, scene: &str) -> Done {
        self.press_on(&link_to(scene), Key::Enter).await
    }

    pub async fn is_focus_on_menu(&self) -> Done<bool> {
        self.ask(&format!("document.activeElement.matches('{SUMMARY}')"))
            .await
    }

    pub async fn wait_focus_on_title_of(&self, scene: &str) -> Done {
        self.wait_value(
            "what has the focus",
            "document.activeElement.id",
            format!("scene-{scene}-t"),
        )
        .await
    }

    /// Taps the map, which is no control.
    pub async fn tap_outside(&self) -> Done {
        self.click(".stage .map").await
    }

    // ------------------------------------------------------------ search

    pub async fn is_search_offered(&self) -> Done<bool> {
        self.is_shown(&button_of(SEARCH)).await
    }

    pub async fn open_search(&self) -> Done {
        self.click(&button_of(SEARCH)).await?;
        self.wait_search(true).await
    }

    pub async fn wait_search(&self, is_open: bool) -> Done {
        let open = format!("document.querySelector('{SEARCH}').open");
        self.wait_value("whether the search is open", &open, is_open)
            .await
    }

    pub async fn search_for(&self, words: &str) -> Done {
        let field = format!("{SEARCH} input");
        self.find(&field).await?.clear().await?;
        self.find(&field).await?.send_keys(words).await?;
        self.settle().await
    }

    /// Each part that was found: where it leads, and what of it is marked.
    pub async fn found(&self) -> Done<Vec<(String, Vec<String>)>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{SEARCH} .found a')]\
             .map(a => [a.hash.slice(1), [...a.querySelectorAll('mark')].map(m => m.textContent)])"
        ))
        .await
    }

    pub async fn wait_found(&self, place: &str) -> Done {
        let found = format!(
            "[...document.querySelectorAll('{SEARCH} .found a')].some(a => a.hash === '#{place}')"
        );
        self.wait_for(&format!("{place} is found"), &found).await
    }

    pub async fn search_says(&self) -> Done<String> {
        self.text(&format!("{SEARCH} [role=status]")).await
    }

    pub async fn follow_found(&self, place: &str) -> Done {
        self.click(&format!("{SEARCH} .found a[href='#{place}']"))
            .await
    }

    pub async fn is_focus_on_search(&self) -> Done<bool> {
        self.ask(&format!(
            "document.activeElement.matches('{}')",
            button_of(SEARCH)
        ))
        .await
    }

    /// Lets a paragraph say something else, as another story would.
    pub async fn rewrite_first_paragraph(&self, words: &str) -> Done {
        self.run(&format!(
            "document.querySelector('.beat .text').textContent = {}",
            json!(words)
        ))
        .await
    }

    // ------------------------------------------------------------ share

    pub async fn open_share(&self) -> Done {
        self.click(&button_of(SHARE)).await?;
        self.wait_share(true).await
    }

    pub async fn open_share_by_keyboard(&self) -> Done {
        self.press_on(&button_of(SHARE), Key::Enter).await?;
        self.wait_share(true).await
    }

    pub async fn wait_share(&self, is_open: bool) -> Done {
        let open = format!("document.querySelector('{SHARE}').open");
        self.wait_value("whether the share dialog is open", &open, is_open)
            .await
    }

    /// The texts to copy, in order: link, citation, code by loader, plain, and for pym.js.
    pub async fn offered(&self) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{SHARE} textarea')].map(t => t.value)"
        ))
        .await
    }

    /// What each of the codes makes in a page, as addresses and words.
    pub async fn made_of_codes(&self) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll('{SHARE} section textarea')].map(t => {{\
               const page = new DOMParser().parseFromString(t.value.replace('style=', 'data-style='), 'text/html');\
               const [frame, div, link, script] = ['iframe', 'div', 'a', 'script'].map(s => page.querySelector(s));\
               return [frame?.getAttribute('src'), frame?.title, div?.dataset.src, link?.getAttribute('href'),\
                 link?.textContent, div?.dataset.pymSrc, script?.getAttribute('src')].filter(x => x).join(' | ');\
             }})"
        ))
        .await
    }

    /// Presses the nth text's copy button by keyboard.
    pub async fn copy(&self, n: usize) -> Done {
        self.run(&format!(
            "document.querySelectorAll('{SHARE} .text button')[{n}].focus()"
        ))
        .await?;
        self.press(Key::Enter).await
    }

    pub async fn share_says(&self) -> Done<String> {
        self.text(&format!("{SHARE} [role=status]")).await
    }

    /// As where a sandbox or a policy lets nobody copy.
    pub async fn refuse_copying(&self) -> Done {
        self.run("document.execCommand = () => false").await
    }

    /// Whether all of the nth text is selected.
    pub async fn is_selected(&self, n: usize) -> Done<bool> {
        self.ask(&format!(
            "(t => document.activeElement === t && t.selectionStart === 0 && t.selectionEnd === t.value.length)\
             (document.querySelectorAll('{SHARE} textarea')[{n}])"
        ))
        .await
    }

    pub async fn is_focus_on_share(&self) -> Done<bool> {
        self.ask(&format!(
            "document.activeElement.matches('{}')",
            button_of(SHARE)
        ))
        .await
    }

    /// What a reader pastes: the clipboard, by way of a field of the page.
    pub async fn pasted(&self) -> Done<String> {
        self.run(&format!(
            "const field = document.createElement('textarea'); field.id = 'paste';\
             document.querySelector('{SHARE}').append(field);"
        ))
        .await?;
        self.focus("#paste").await?;
        let chord = match cfg!(target_os = "macos") {
            true => Key::Meta,
            false => Key::Control,
        };
        self.find("#paste").await?.send_keys(chord + "v").await?;
        let text = self.ask("document.getElementById('paste').value").await?;
        self.run("document.getElementById('paste').remove()")
            .await?;
        Ok(text)
    }

    /// As in a story that names its own address.
    pub async fn set_canonical(&self, address: &str) -> Done {
        self.run(&format!(
            "document.querySelector('{SHARE}').dataset.canonical = {}",
            json!(address)
        ))
        .await
    }

    /// What in an open dialog is wider than the view.
    pub async fn too_wide_in_dialog(&self) -> Done<Vec<String>> {
        self.ask(
            "[...document.querySelectorAll('dialog[open], dialog[open] *')]\
             .filter(e => e.checkVisibility() && !e.matches('.vh, option'))\
             .filter(e => (r => r.right > innerWidth + .5 || r.left < -.5)(e.getBoundingClientRect()))\
             .map(e => e.outerHTML.slice(0, 90))",
        )
        .await
    }

    // ------------------------------------------------------------ notice

    /// What the notice says of a link; nothing where there is nothing to say.
    pub async fn notice(&self) -> Done<String> {
        self.text(".notice [role=status]").await
    }

    pub async fn wait_notice(&self, words: &str) -> Done {
        let now = "document.querySelector('.notice [role=status]').textContent.trim()";
        self.wait_value("the notice", now, words).await
    }

    pub async fn close_notice(&self) -> Done {
        self.click(".notice button").await
    }

    // ------------------------------------------------------------ ways to read

    /// Chooses another way to read, in the menu.
    pub async fn read_as(&self, mode: &str) -> Done {
        self.open_menu().await?;
        self.click(&format!("{MENU} input[value={mode}]")).await?;
        self.press(Key::Escape).await?;
        self.wait_menu(false).await?;
        self.wait_mode(mode).await
    }

    pub async fn wait_mode(&self, mode: &str) -> Done {
        let now = "document.documentElement.dataset.mode";
        self.wait_value("the way to read", now, mode).await
    }

    /// The ids of the scenes that are shown.
    pub async fn scenes_shown(&self) -> Done<Vec<String>> {
        self.ask(
            "[...document.querySelectorAll('.scene')].filter(s => s.checkVisibility()).map(s => s.id.slice(6))",
        )
        .await
    }

    /// Waits until this scene alone is shown, and its title lies in the view.
    pub async fn wait_alone(&self, scene: &str) -> Done {
        let shown = "[...document.querySelectorAll('.scene')].filter(s => s.checkVisibility()).map(s => s.id).join()";
        self.wait_value("what is shown", shown, format!("scene-{scene}"))
            .await?;
        let in_view = format!(
            "(r => r.top >= 0 && r.bottom <= innerHeight)(document.getElementById('scene-{scene}-t').getBoundingClientRect())"
        );
        self.wait_for("its title is in view", &in_view).await
    }

    /// To the next scene or the previous one, by the buttons at a scene's end.
    pub async fn turn(&self, forward: bool) -> Done {
        let which = if forward { "last" } else { "first" };
        let button = format!(".turn button:{which}-of-type");
        self.run(&format!(
            "document.querySelector('{button}').scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        ))
        .await?;
        self.settle().await?;
        self.click(&button).await
    }

    pub async fn is_turn_shown(&self) -> Done<bool> {
        self.is_shown(".turn").await
    }

    pub async fn is_map_shown(&self) -> Done<bool> {
        self.is_shown(".stage .map").await
    }

    /// The actors whose cards stand in the text of a scene, by number, without those who have no
    /// part in it.
    pub async fn cards_in_text(&self, scene: &str) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll('#scene-{scene} .card')].filter(c => c.checkVisibility() \
               && getComputedStyle(c.parentElement).position === 'static').map(c => c.dataset.a)"
        ))
        .await
    }
}
